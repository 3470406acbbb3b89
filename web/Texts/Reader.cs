namespace CohortCourses.Web.Texts;

/// <summary>Who reads this page, as far as words and clocks go. One for each request.</summary>
public sealed class Reader(TextCatalog catalog, TimeProvider clock)
{
    private Words? words;
    private Dates? dates;

    /// <summary>The language of the interface: the person's choice, then the browser's, then English.</summary>
    public Language Language { get; private set; } = Languages.Fallback;

    public string Zone { get; private set; } = "Etc/UTC";

    public Words Words => words ??= new(catalog, Language);

    public Dates Dates => dates ??= new(Words, Dates.ZoneOf(Zone));

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Is(Language language, string? zone)
    {
        (Language, Zone) = (language, zone ?? Zone);
        (words, dates) = (null, null);
    }
}
