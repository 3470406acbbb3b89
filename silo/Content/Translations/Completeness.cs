namespace CohortCourses.Content.Translations;

/// <summary>How far a text is translated, counted in segments (a paragraph, a heading, a list, a table, a title...).</summary>
/// <param name="Translated">Segments made from the source as it stands now.</param>
/// <param name="Stale">Segments whose source has changed since; readers see them.</param>
/// <param name="Missing">Segments that readers see in the source language.</param>
public readonly record struct Completeness(int Translated, int Stale, int Missing)
{
    public int Total => Translated + Stale + Missing;

    public bool IsComplete => Stale == 0 && Missing == 0;

    /// <summary>The share of segments that are up to date, rounded down: 100 means complete and nothing else does.</summary>
    public int Percent => Total == 0 ? 100 : Translated * 100 / Total;

    public static Completeness operator +(Completeness left, Completeness right) =>
        new(left.Translated + right.Translated, left.Stale + right.Stale, left.Missing + right.Missing);
}
