using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

internal static class LiveServices
{
    /// <summary>Longer than any call of ours.</summary>
    private const int LongestCall = 1024;

    public static readonly PolicyRow[] Policies =
    [
        new("POST", $"{PilotHub.Route}/negotiate", Who.SignedIn),
        new("GET", PilotHub.Route, Who.SignedIn),
        new("CONNECT", PilotHub.Route, Who.SignedIn),
        new("POST", PilotHub.Route, Who.SignedIn),
        new("DELETE", PilotHub.Route, Who.SignedIn),
        new(PolicyHubFilter.Method, nameof(PilotHub.Watch), Who.Members),
        new(PolicyHubFilter.Method, nameof(PilotHub.Look), Who.Members),
        new(PolicyHubFilter.Method, nameof(PilotHub.Typing), Who.Members),
    ];

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton(new LiveOptions());
        services.AddSingleton<LivePages>();
        services.AddSingleton<LivePayloads>();
        services.AddSingleton<CohortWatchers>();
        services.AddHostedService(provider => provider.GetRequiredService<CohortWatchers>());
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<FeedMark>());
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        services.AddSignalR(signalr =>
        {
            signalr.MaximumReceiveMessageSize = LongestCall;
            // Browsers ping every 30 seconds and wait 75, as live.js says: a phone that is left alone wakes its radio half as often.
            signalr.KeepAliveInterval = TimeSpan.FromSeconds(30);
            signalr.ClientTimeoutInterval = TimeSpan.FromSeconds(75);
            signalr.AddFilter<PolicyHubFilter>();
        });
        services.AddSingleton<HubLifetimeManager<PilotHub>, LiveConnections>();
        return services;
    }

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapHub<PilotHub>(PilotHub.Route, connection =>
    {
        connection.Transports = HttpTransports.All;
        connection.ApplicationMaxBufferSize = connection.TransportMaxBufferSize = 16 * LongestCall;
        connection.CloseOnAuthenticationExpiration = true;
    });
}
