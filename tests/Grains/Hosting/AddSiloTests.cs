using CohortCourses.Hosting;
using CohortCourses.Storage;
using CohortCourses.Tests.Grains.Conformance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Grains.Hosting;

public sealed class AddSiloTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cohort-courses-silo-").FullName;
    private readonly SteerableClock clock = SteerableClock.Frozen(new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly Signals signals = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Silo_OnADataFolder_KeepsStateAndRemindersOverARestart()
    {
        using (var first = await Start())
        {
            var grains = first.Services.GetRequiredService<IGrainFactory>();
            await grains.GetGrain<IStateProbe>("kept").Remember("on disk");
            await grains.GetGrain<IReminderProbe>("kept/here").Remind("release", TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            await first.StopAsync(TestContext.Current.CancellationToken);
        }

        using var second = await Start();
        Assert.Equal("on disk", await second.Services.GetRequiredService<IGrainFactory>().GetGrain<IStateProbe>("kept").Recall());
        clock.Advance(TimeSpan.FromHours(1));
        await signals.WaitForNote("kept/here", "release 1");
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Silo_WhenTheFolderIsInUse_DoesNotStart()
    {
        using var first = await Start();
        var failure = await Assert.ThrowsAsync<DataFolderException>(Start);
        Assert.Contains(folder, failure.Message, StringComparison.Ordinal);
        await first.StopAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IHost> Start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(signals);
        builder.Services.AddSilo(new() { DataFolder = folder, MoreGrains = [typeof(AddSiloTests).Assembly] });
        var host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }
}
