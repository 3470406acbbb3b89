namespace CohortCourses.Tests.Grains.Conformance;

public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly RuntimeFixture silo = new();
    private string key = "";

    private IReminderProbe Probe => silo.Grains.GetGrain<IReminderProbe>(key);

    public async ValueTask InitializeAsync()
    {
        await silo.InitializeAsync();
        key = silo.NewKey();
    }

    public ValueTask DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task Reminder_TicksWhenItIsDueAndAgainAfterEachPeriod()
    {
        await Probe.Remind("release", dueTime: Hour, period: Hour);
        await silo.PassTime(Hour / 2);
        Assert.Empty(silo.Signals.Notes(key));
        await silo.PassTime(Hour / 2);
        await silo.Signals.WaitForNote(key, "release 1");
        await silo.PassTime(Hour);
        await silo.Signals.WaitForNote(key, "release 2");
    }

    [Fact]
    public async Task Reminder_OutlivesARestart()
    {
        await Probe.Remind("release", dueTime: Hour, period: Hour);
        await silo.Restart();
        Assert.True(await Probe.Has("release"));
        await silo.PassTime(Hour);
        await silo.Signals.WaitForNote(key, "release 1");
    }

    [Fact]
    public async Task Reminder_BringsItsGrainBack()
    {
        await Probe.Remind("release", dueTime: Hour, period: Hour);
        await Probe.Leave();
        await silo.PassTime(Hour);
        await silo.Signals.WaitForNote(key, "release 1");
    }

    [Fact]
    public async Task Reminder_WhenCancelled_TicksNoMore()
    {
        await Probe.Remind("release", dueTime: Hour, period: Hour);
        await Probe.Remind("later", dueTime: 2 * Hour, period: Hour);
        await Probe.Cancel("release");
        Assert.False(await Probe.Has("release"));
        await silo.Restart();
        await silo.PassTime(2 * Hour);
        await silo.Signals.WaitForNote(key, "later 1");
        Assert.Equal(["later 1"], silo.Signals.Notes(key));
    }

    [Fact]
    public async Task Reminder_WhenSetAgain_FollowsTheNewTimes()
    {
        await Probe.Remind("release", dueTime: Hour, period: Hour);
        await Probe.Remind("release", dueTime: 3 * Hour, period: Hour);
        await Probe.Remind("sooner", dueTime: 2 * Hour, period: 5 * Hour);
        await silo.PassTime(2 * Hour);
        await silo.Signals.WaitForNote(key, "sooner 1");
        Assert.Equal(["sooner 1"], silo.Signals.Notes(key));
        await silo.PassTime(Hour);
        await silo.Signals.WaitForNote(key, "release 1");
    }

    [Fact]
    public async Task Reminder_WhenItsPeriodIsUnderAMinute_IsRefused() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Probe.Remind("often", Hour, TimeSpan.FromSeconds(59)));
}
