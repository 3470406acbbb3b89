using System.Reflection;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Policy;

/// <summary>One way into the server.</summary>
/// <param name="Method">An HTTP method, or <c>HUB</c>.</param>
/// <param name="Route">A route pattern, or the name of a hub method.</param>
/// <param name="Handler">The page handler, where a page names one.</param>
public sealed record Door(string Method, string Route, string? Handler)
{
    public static Door Of(PolicyRow row) => new(row.Method, row.Route, row.Handler?.ToUpperInvariant());

    public override string ToString() => $"{Method} {Route}{(Handler is null ? "" : $"?handler={Handler}")}";
}

/// <summary>Finds every way into a server by asking the server itself.</summary>
internal static class Doors
{
    /// <summary>The framework's own, in a build that was not published: files that came after it. It has no row, so the gate refuses it.</summary>
    private const string NewStaticFiles = "/{**path:file}";

    public static async Task<IReadOnlySet<Door>> OfAsync(WebApplication app)
    {
        var found = new HashSet<Door>(HubMethods());
        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints))
        {
            var route = Assert.IsType<RouteEndpoint>(endpoint);
            var pattern = "/" + route.RoutePattern.RawText?.TrimStart('/');
            if (route.Metadata.GetMetadata<OpenToAll>() is not null || pattern == NewStaticFiles)
            {
                continue;
            }

            found.UnionWith(route.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? await Handlers(app, page, pattern)
                : Methods(app, route, pattern).Select(method => new Door(method, pattern, null)));
        }

        return found;
    }

    /// <summary>What takes every method, such as a hub's transport, has the doors that the table names, and at least one.</summary>
    private static IEnumerable<string> Methods(WebApplication app, RouteEndpoint route, string pattern)
    {
        if (route.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: { Count: > 0 } methods })
        {
            return methods;
        }

        var named = app.Services.GetRequiredService<PolicyTable>().Rows.Where(row => row.Route == pattern).Select(row => row.Method).ToList();
        return named.Count > 0 ? named : ["*"];
    }

    private static async Task<IEnumerable<Door>> Handlers(WebApplication app, PageActionDescriptor page, string pattern)
    {
        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, page.EndpointMetadata is { } metadata ? new(metadata) : new());
        return compiled.HandlerMethods.Select(handler => new Door(handler.HttpMethod.ToUpperInvariant(), pattern, handler.Name?.ToUpperInvariant()));
    }

    private static IEnumerable<Door> HubMethods() => typeof(PolicyTable).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Hub)))
        .SelectMany(hub => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetBaseDefinition() == method)
        .Select(method => new Door(PolicyHubFilter.Method, method.Name, null));
}
