using CohortCourses.Contracts.Cohorts;

namespace CohortCourses.Web.Demo;

/// <summary>Someone to be in the demo.</summary>
/// <param name="Role">Null for the organiser.</param>
/// <param name="Cohorts">Whose rosters they are on.</param>
internal sealed record DemoPerson(string Name, string Zone, CohortRole? Role, string? Track, params IReadOnlyList<string> Cohorts)
{
    /// <summary>What they go by.</summary>
    public string Handle => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>For the API; everybody knows it.</summary>
    public string Token => $"demo-{Name}";

    public string SignInPath => $"/demo/sign-in/{Name}";
}

/// <summary>The six whom one can sign in as.</summary>
internal static class DemoCast
{
    public const string Spring = "spring";
    public const string Autumn = "autumn";
    public const string Safer = "safer";

    public static readonly DemoPerson Amina = new("amina", "Africa/Nairobi", CohortRole.Participant, "emerging", Spring);
    public static readonly DemoPerson Kenji = new("kenji", "Asia/Tokyo", CohortRole.Participant, "nascent", Spring);
    public static readonly DemoPerson Maya = new("maya", "Asia/Kolkata", CohortRole.Mentor, null, Spring);
    public static readonly DemoPerson Ines = new("ines", "America/Argentina/Buenos_Aires", CohortRole.Instructor, null, Spring, Safer, Autumn);
    public static readonly DemoPerson Eva = new("eva", "Europe/Prague", CohortRole.Evaluator, null, Spring, Autumn);
    public static readonly DemoPerson Omar = new("omar", "Africa/Cairo", null, null);

    public static readonly IReadOnlyList<DemoPerson> All = [Amina, Kenji, Maya, Ines, Eva, Omar];
}
