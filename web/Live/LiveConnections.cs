using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

/// <summary>Lets the hub reach the connections themselves: to write to many what was serialised once, and to know who still has something to take.</summary>
internal sealed class LiveConnections(ILogger<DefaultHubLifetimeManager<PilotHub>> log) : DefaultHubLifetimeManager<PilotHub>(log)
{
    public static HubConnectionContext Of(HubCallerContext caller) => (HubConnectionContext)caller.Items[typeof(HubConnectionContext)]!;

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        connection.Items[typeof(HubConnectionContext)] = connection;
        return base.OnConnectedAsync(connection);
    }
}
