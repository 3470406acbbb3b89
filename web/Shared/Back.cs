namespace CohortCourses.Web.Shared;

/// <summary>Returns to the page that a form stood on.</summary>
public static class Back
{
    private const string Handler = "handler";

    /// <summary>The address of a page for a form on it. It leaves out which of the page's forms was sent last: that can't be opened.</summary>
    public static string From(HttpRequest request) => request.Path + (request.Query.ContainsKey(Handler)
        ? QueryString.Create(request.Query.Where(field => field.Key != Handler))
        : request.QueryString);

    /// <param name="path">As the form sent it; what does not lead to a page of this site leads to the front page.</param>
    public static IResult To(string? path) => Results.LocalRedirect(
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) ? path : "/");
}
