using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Policy;

/// <summary>One line of the policy table.</summary>
/// <param name="Method"><c>GET</c>, <c>POST</c>, ..., or <c>HUB</c> for a hub method.</param>
/// <param name="Route">The route pattern as it is mapped, with a leading slash; for a hub method its name.</param>
/// <param name="Handler">The page handler, where a page has several.</param>
public sealed record PolicyRow(string Method, string Route, Who Who, string? Handler = null)
{
    internal (string Method, string Route, string? Handler) Key => (Method, Route, Handler?.ToUpperInvariant());
}

/// <summary>Who may do what: every route and hub method stands here, and what does not is refused. Each feature brings its rows.</summary>
public sealed class PolicyTable
{
    private readonly FrozenDictionary<(string, string, string?), PolicyRow> rows;

    public PolicyTable(IEnumerable<PolicyRow> rows)
    {
        Rows = [.. rows];
        this.rows = Rows.ToFrozenDictionary(row => row.Key);
    }

    public IReadOnlyList<PolicyRow> Rows { get; }

    public PolicyRow? Find(string method, string route, string? handler) =>
        rows.GetValueOrDefault((method == "HEAD" ? "GET" : method, route, handler?.ToUpperInvariant()));

    /// <summary>The row of a request.</summary>
    public PolicyRow? Find(HttpContext context, RouteEndpoint route)
    {
        var handler = route.Metadata.GetMetadata<PageActionDescriptor>() is null
            ? null
            : context.Request.RouteValues.GetValueOrDefault("handler") as string ?? (string?)context.Request.Query["handler"];
        return Find(context.Request.Method, "/" + route.RoutePattern.RawText?.TrimStart('/'), string.IsNullOrEmpty(handler) ? null : handler);
    }
}
