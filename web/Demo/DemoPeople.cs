namespace CohortCourses.Web.Demo;

/// <summary>A participant of the demo whom nobody signs in as.</summary>
internal sealed record DemoParticipant(string Handle, string Language, string Zone);

/// <summary>The other participants, as the world sends them: in many scripts, some under a pseudonym. None of them is anybody.</summary>
internal static class DemoPeople
{
    public static readonly IReadOnlyList<DemoParticipant> Spring =
    [
        new("Zodwa", "zu", "Africa/Johannesburg"),
        new("Étienne", "fr", "Europe/Paris"),
        new("مريم", "ar", "Africa/Cairo"),
        new("Олена", "uk", "Europe/Kyiv"),
        new("さくら餅", "ja", "Asia/Tokyo"),
        new("Wanjirũ", "en", "Africa/Nairobi"),
        new("Nguyễn Lan", "vi", "Asia/Ho_Chi_Minh"),
        new("riverbird", "en", "America/Vancouver"),
        new("José Luis", "es", "America/Mexico_City"),
        new("শাপলা", "bn", "Asia/Dhaka"),
        new("Aroha", "mi", "Pacific/Auckland"),
        new("Kwame", "en", "Africa/Accra"),
        new("김하늘", "ko", "Asia/Seoul"),
        new("Fatoumata", "fr", "Africa/Bamako"),
        new("Leïla", "fr", "Africa/Tunis"),
        new("நிலா", "ta", "Asia/Kolkata"),
        new("Quiet Otter", "en", "Europe/London"),
        new("Dilnoza", "uz", "Asia/Tashkent"),
        new("Ana Beatriz", "pt", "America/Sao_Paulo"),
        new("شیرین", "fa", "Asia/Tehran"),
        new("Ngozi", "ig", "Africa/Lagos"),
        new("გიორგი", "ka", "Asia/Tbilisi"),
        new("Tormod", "nb", "Europe/Oslo"),
        new("user_4711", "de", "Europe/Berlin"),
        new("Yara", "ar", "Asia/Beirut"),
        new("Wiñay", "qu", "America/Lima"),
    ];

    public static readonly IReadOnlyList<DemoParticipant> Autumn =
    [
        new("Mbali", "xh", "Africa/Johannesburg"),
        new("Ιόλη", "el", "Europe/Athens"),
        new("Saraswati", "jv", "Asia/Jakarta"),
        new("ਗੁਰਪ੍ਰੀਤ", "pa", "Asia/Kolkata"),
        new("ተክለ", "am", "Africa/Addis_Ababa"),
        new("Sofía", "es", "America/Bogota"),
        new("Ömer", "tr", "Europe/Istanbul"),
        new("חנה", "he", "Asia/Jerusalem"),
        new("陳小雨", "zh-Hant", "Asia/Taipei"),
        new("Paper Lantern", "en", "Asia/Singapore"),
        new("Aïssatou", "fr", "Africa/Dakar"),
        new("Rūta", "lt", "Europe/Vilnius"),
        new("Mateo", "es", "America/Santiago"),
        new("Илья", "ru", "Asia/Almaty"),
        new("ကောင်းမြတ်", "my", "Asia/Yangon"),
        new("Nomvula", "en", "Africa/Harare"),
        new("Tupaq", "ay", "America/La_Paz"),
        new("slow-boat", "nl", "Europe/Amsterdam"),
        new("Hélène", "fr", "America/Toronto"),
        new("سامي", "ar", "Africa/Casablanca"),
        new("Ximena", "es", "America/Guatemala"),
        new("Björn", "sv", "Europe/Stockholm"),
    ];

    public static readonly IReadOnlyList<DemoParticipant> Safer =
    [
        new("Ama", "en", "Africa/Accra"),
        new("หมอก", "th", "Asia/Bangkok"),
        new("Јована", "sr", "Europe/Belgrade"),
        new("සඳුනි", "si", "Asia/Colombo"),
        new("Halima", "ha", "Africa/Niamey"),
        new("Luís", "pt", "Africa/Maputo"),
        new("नेहा", "ne", "Asia/Kathmandu"),
        new("moss & fern", "en", "Europe/Dublin"),
        new("Kemal", "bs", "Europe/Sarajevo"),
        new("ພອນ", "lo", "Asia/Vientiane"),
        new("Sione", "to", "Pacific/Tongatapu"),
        new("نور", "ur", "Asia/Karachi"),
        new("Marisol", "es", "America/Puerto_Rico"),
        new("Łucja", "pl", "Europe/Warsaw"),
        new("anonyme 12", "fr", "Africa/Abidjan"),
        new("ᐊᓇᐅᓯ", "iu", "America/Iqaluit"),
        new("Dorji", "dz", "Asia/Thimphu"),
    ];
}
