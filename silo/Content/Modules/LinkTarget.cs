namespace CohortCourses.Content.Modules;

/// <summary>Where a link of a page leads, once it is understood.</summary>
internal abstract record LinkTarget
{
    private LinkTarget()
    {
    }

    public sealed record Outside(string Url) : LinkTarget;

    public sealed record Mail(string Url) : LinkTarget;

    /// <param name="Id">A heading's id on the same page.</param>
    public sealed record Heading(string Id) : LinkTarget;

    /// <param name="Number">The week's number.</param>
    /// <param name="Id">A heading's id on that week's page, or empty.</param>
    public sealed record Week(int Number, string Id) : LinkTarget;

    public sealed record CoursePage : LinkTarget;

    public sealed record Image(string Path) : LinkTarget;

    public sealed record Refused(string What, string Mend) : LinkTarget;
}
