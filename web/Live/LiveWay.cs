using CohortCourses.Web.Errors;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
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
            context.SetEndpoint(null); // says that the gate is behind it
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

    /// <summary>Lets go of the ticket once the connection stands and knows when it expires.</summary>
    public static void Forget(HttpContext context)
    {
        var user = context.User;
        context.Features.Set<IAuthenticateResultFeature>(null);
        context.Features.Set<IHttpAuthenticationFeature>(new HttpAuthenticationFeature { User = user });
    }

    private static bool IsWebSocket(HttpRequest request) =>
        request.Path == PilotHub.Route && HttpMethods.IsGet(request.Method) && request.Headers.Upgrade == "websocket";

    private async Task GoAsync(HttpContext context)
    {
        if (await MayPassAsync(context))
        {
            context.SetEndpoint(hub);
            await hub.RequestDelegate!(context);
        }
        else
        {
            SecurityHeaders.Apply(context.Response);
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
        return context.GetEndpoint() is null;
    }
}
