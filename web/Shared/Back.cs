namespace CohortCourses.Web.Shared;

/// <summary>Returns to the page that a form stood on.</summary>
public static class Back
{
    /// <param name="path">As the form sent it; what does not lead to a page of this site leads to the front page.</param>
    public static IResult To(string? path) => Results.LocalRedirect(
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) ? path : "/");
}
