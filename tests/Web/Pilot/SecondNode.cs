using CohortCourses.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CohortCourses.Tests.Web.Pilot;

/// <summary>
/// Another server of the same pilot, which asks the grains of the first: what a browser meets when the proxy sends it elsewhere. It has a folder of
/// its own, as every node has.
/// </summary>
public sealed class SecondNode : IAsyncDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("cohort-courses-node-");
    private readonly WebApplication app;

    private SecondNode(TestPilot pilot) => app = PilotServer.Create(
        new() { Data = home.FullName, Content = ContentFolder.Find()!, Urls = "http://127.0.0.1:0", Mail = new() },
        pilot.Clock,
        services => services.Replace(ServiceDescriptor.Singleton(pilot.Grains)));

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    public static async Task<SecondNode> StartAsync(TestPilot pilot)
    {
        var node = new SecondNode(pilot);
        await node.app.StartAsync();
        return node;
    }

    /// <summary>The address of a page here.</summary>
    public Uri At(string path) => new(Address, path);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        home.Delete(recursive: true);
    }
}
