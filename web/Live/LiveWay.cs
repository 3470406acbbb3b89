using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

/// <summary>
/// The way of WebSockets to the hub, past all that is for pages: what a request goes through stays in memory until it ends, and theirs last for
/// hours. Who it is and whether they may is asked as of any other request; then what was needed for that is let go.
/// </summary>
internal sealed class LiveWay
{
    private readonly RouteEndpoint hub;
    private readonly RequestDelegate gate;
    private readonly IServiceScopeFactory scopes;

    private LiveWay(WebApplication app)
    {
        hub = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Single(route => route.RoutePattern.RawText == PilotHub.Route && route.Metadata.GetMetadata<HubMetadata>() is not null);
        var way = ((IApplicationBuilder)app).New();
        way.UsePeople();
        way.UseMiddleware<PolicyGate>();
        way.Run(context =>
        {
            context.Items[typeof(LiveWay)] = this;
            return Task.CompletedTask;
        });
        gate = way.Build();
        scopes = app.Services.GetRequiredService<IServiceScopeFactory>();
    }

    /// <summary>To be used before anything that is for pages.</summary>
    public static void Use(WebApplication app) => app.Use(next =>
    {
        // The pipeline is put together last, when every route is there.
        var way = new LiveWay(app);
        return context => IsWebSocket(context.Request) ? way.GoAsync(context) : next(context);
    });

    private static bool IsWebSocket(HttpRequest request) =>
        request.Path == PilotHub.Route && HttpMethods.IsGet(request.Method) && request.Headers.Upgrade == "websocket";

    private async Task GoAsync(HttpContext context)
    {
        if (await MayPassAsync(context))
        {
            await hub.RequestDelegate!(context);
        }
    }

    private async Task<bool> MayPassAsync(HttpContext context)
    {
        context.SetEndpoint(hub);
        var services = context.Features.Get<IServiceProvidersFeature>();
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await gate(context);
        context.Features.Set(services);
        context.Request.Headers.Cookie = default;
        context.Features.Set<IRequestCookiesFeature>(null);
        return context.Items.Remove(typeof(LiveWay));
    }
}
