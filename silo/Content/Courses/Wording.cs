namespace CohortCourses.Content.Courses;

/// <summary>A plain text together with the language that it is really in, so that a page can mark it.</summary>
public sealed record Wording(string Text, string Language)
{
    /// <summary>The value of the HTML attribute <c>dir</c>.</summary>
    public string Direction => LanguageTag.Direction(Language);

    public override string ToString() => Text;
}
