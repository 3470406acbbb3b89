using CohortCourses.Hosting;
using CohortCourses.Tests.Grains.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Embedded;

/// <summary>What only the runtime for one process promises.</summary>
public sealed class EmbeddedRuntimeTests : IAsyncLifetime
{
    private readonly EmbeddedFixture silo = new();

    public ValueTask InitializeAsync() => silo.InitializeAsync();

    public ValueTask DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task FailureToComeAlive_ReachesTheCallersWithItsType()
    {
        await Assert.ThrowsAsync<FormatException>(() => silo.Grains.GetGrain<IOddProbe>("broken").Activation());
        silo.Signals.Note("late health", "sick");
        await Assert.ThrowsAsync<FormatException>(() => silo.Grains.GetGrain<ILifeProbe>("late").Activation());
    }

    [Fact]
    public async Task StaleWrite_WhenTheGrainSwallowsIt_StillDropsTheActivation()
    {
        var probe = silo.Grains.GetGrain<IOddProbe>("odd");
        await probe.Activation();
        await silo.Grains.GetGrain<IStateProbe>("odd").Remember("first");
        var before = await probe.SwallowStaleWrite();
        Assert.NotEqual(before, await probe.Activation());
        Assert.Equal(["swallowed", "gone: ApplicationError"], silo.Signals.Notes("odd"));
    }

    [Fact]
    public async Task Stop_ServesTheCallsThatWait_AndRefusesNewOnesFromOutside()
    {
        var probe = silo.Grains.GetGrain<ITurnProbe>("busy");
        var first = probe.Write("first");
        await silo.Signals.WaitForNote("busy", "first in");
        var second = probe.Write("second");
        var stop = silo.Stop();
        await Assert.ThrowsAsync<InvalidOperationException>(() => probe.Echo(1));
        silo.Signals.Raise("busy go second");
        silo.Signals.Raise("busy go first");
        await Task.WhenAll(first, second, stop);
        Assert.Equal(["first in", "first out", "second in", "second out"], silo.Signals.Notes("busy"));
    }

    /// <summary>Whoever waited goes on where the grain was done, and the grain is at rest by then.</summary>
    [Fact]
    public async Task Caller_ThatTakesItsTimeAfterTheAnswer_HoldsUpNoOtherCall()
    {
        var probe = silo.Grains.GetGrain<ITurnProbe>("free");
        var answered = new TaskCompletionSource();
        using var served = new ManualResetEventSlim();
        var slow = Task.Run(
            async () =>
            {
                await probe.Write("first");
                answered.SetResult();
                Assert.True(served.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
            },
            TestContext.Current.CancellationToken);
        await silo.Signals.WaitForNote("free", "first in");
        silo.Signals.Raise("free go first");
        await answered.Task;

        Assert.Equal(1, await probe.Echo(1));

        served.Set();
        await slow;
    }

    [Fact]
    public async Task OneWayCalls_ArriveInOrder()
    {
        var probe = silo.Grains.GetGrain<ITurnProbe>("told");
        string[] names = [.. Enumerable.Range(0, 50).Select(number => $"news {number}")];
        foreach (var name in names)
        {
            silo.Signals.Raise($"told go {name}");
            await probe.Tell(name);
        }

        await silo.Signals.WaitForNote("told", $"{names[^1]} out");
        Assert.Equal(names.Select(name => $"{name} in"), silo.Signals.Notes("told").Where(note => note.EndsWith(" in", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Call_RunsInItsCallersExecutionContext_WhetherItWaitsOrNot()
    {
        var probe = silo.Grains.GetGrain<IOddProbe>("ambient");
        await probe.Activation();
        OddProbe.Flowing.Value = "first";
        var first = probe.Ambient();
        OddProbe.Flowing.Value = "second";
        var second = probe.Ambient();
        OddProbe.Flowing.Value = null;
        silo.Signals.Raise("ambient go");
        Assert.Equal("first", await first);
        Assert.Equal("second", await second);
    }

    [Fact]
    public async Task Ticks_DoNotKeepAGrainFromGoingIdle()
    {
        await silo.Grains.GetGrain<IOddProbe>("ticking").Tick(TimeSpan.FromMinutes(1));
        await silo.PassIdleLimit();
        await silo.Signals.WaitForNote("ticking", "gone: ActivationIdle");
    }

    [Fact]
    public async Task Reminder_WhenItFellDueWhileNobodyRan_TicksAtTheStart()
    {
        await silo.Grains.GetGrain<IReminderProbe>("overdue").Remind("release", TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        await silo.Stop();
        await silo.PassTime(TimeSpan.FromDays(3));
        await silo.InitializeAsync();
        await silo.Signals.WaitForNote("overdue", "release 1");
    }

    [Fact]
    public async Task Reminder_WhenTheClockLeapsOverManyPeriods_MakesUpWithOneTick()
    {
        var probe = silo.Grains.GetGrain<IReminderProbe>("leaping");
        await probe.Remind("release", TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        silo.Clock.JumpTo(silo.Clock.Now + TimeSpan.FromDays(60));
        await silo.Signals.WaitForNote("leaping", "release 1");
        await probe.Has("release");
        Assert.Equal(["release 1"], silo.Signals.Notes("leaping"));
    }

    [Fact]
    public async Task Reminder_WhenDueBeyondTheReachOfATimer_StillTicks()
    {
        await silo.Grains.GetGrain<IReminderProbe>("distant").Remind("release", TimeSpan.FromDays(400), TimeSpan.FromHours(1));
        silo.Clock.JumpTo(silo.Clock.Now + TimeSpan.FromDays(399));
        Assert.Empty(silo.Signals.Notes("distant"));
        silo.Clock.Advance(TimeSpan.FromDays(1));
        await silo.Signals.WaitForNote("distant", "release 1");
    }

    [Fact]
    public async Task Chain_WhenItIsVeryLong_DoesNotExhaustTheStack()
    {
        // The first time each grain comes alive on a thread of its own; the second time all would run on the caller's.
        var first = silo.Grains.GetGrain<IOddProbe>("start");
        Assert.Equal(0, await first.Descend(2000));
        var again = new TaskCompletionSource<Task<int>>();
        new Thread(() => again.SetResult(first.Descend(2000)), maxStackSize: 384 * 1024).Start();
        Assert.Equal(0, await await again.Task);
    }

    [Fact]
    public async Task Silos_InOneProcess_ShareNothing()
    {
        await using var other = new EmbeddedFixture();
        await other.InitializeAsync();
        await silo.Grains.GetGrain<IStateProbe>("same").Remember("here");
        Assert.Null(await other.Grains.GetGrain<IStateProbe>("same").Recall());
        Assert.NotEqual(silo.Grains.GetGrain<IStateProbe>("same"), other.Grains.GetGrain<IStateProbe>("same"));
    }

    [Fact]
    public void Grain_WhenMadeWithNew_SaysThatItCannotBe() =>
        Assert.Contains("never with new", Assert.Throws<InvalidOperationException>(() => new TurnProbe(silo.Signals)).Message, StringComparison.Ordinal);

    [Fact]
    public void Cluster_WhenItIsAskedFor_IsRefusedWithTheWayOut() => Assert.Contains(
        "build with -p:GrainRuntime=Orleans",
        Assert.Throws<ClusterSettingsException>(() => new ServiceCollection().AddSilo(new() { Cluster = new() { Storage = "UseDevelopmentStorage=true" } })).Message,
        StringComparison.Ordinal);
}
