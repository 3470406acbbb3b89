using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CohortCourses.Tests.Benchmarks.Live;

/// <summary>The bare thing: a SignalR hub, as it comes, that sends to a group.</summary>
public sealed class BareHub : Hub
{
    public const string Group = "everyone";

    /// <summary>Runs until the process is ended. <c>POST /send?bytes=900</c> sends a message with so many letters to the group.</summary>
    public static async Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapGet("/", () => "");
        app.MapGet(Memory.Route, Memory.Now);
        app.MapPost("/send", (int bytes, IHubContext<BareHub> hub) => hub.Clients.Group(Group).SendAsync("news", new string('x', bytes)));
        app.MapHub<BareHub>("/live");
        await app.RunAsync();
    }

    public Task Join() => Groups.AddToGroupAsync(Context.ConnectionId, Group);
}
