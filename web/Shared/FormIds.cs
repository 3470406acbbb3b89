namespace CohortCourses.Web.Shared;

/// <summary>The id that a form carries, so that sending it twice is sending it once.</summary>
public static class FormIds
{
    public static string New() => Guid.CreateVersion7().ToString();

    /// <summary>The id of a form that came back; a new one if it has none.</summary>
    public static string Of(string? typed) => Guid.TryParse(typed, out var id) ? id.ToString() : New();
}
