using CohortCourses.Hosting;

namespace CohortCourses.Tests.Grains.Hosting;

public sealed class SteerableClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly SteerableClock clock = SteerableClock.Frozen(Start);
    private readonly List<string> fired = [];

    [Fact]
    public void FrozenClock_StandsStillUntilItIsMoved()
    {
        Assert.Equal(Start, clock.Now);
        clock.Advance(Minute);
        Assert.Equal(Start + Minute, clock.GetUtcNow());
        clock.JumpTo(Start + (5 * Minute));
        Assert.Equal(Start + (5 * Minute), clock.Now);
    }

    [Fact]
    public void Clock_NeverGoesBack()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(-Minute));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.JumpTo(Start - Minute));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Speed = -1);
    }

    [Fact]
    public void Advance_FiresWhatFallsDueInOrder_EachAtItsOwnInstant()
    {
        using var late = Timer("late", 3 * Minute);
        using var early = Timer("early", Minute);
        using var never = Timer("never", 4 * Minute);
        clock.Advance(3 * Minute);
        Assert.Equal(["early 09:01", "late 09:03"], fired);
    }

    [Fact]
    public void Advance_FiresAPeriodicTimerForEveryPeriod()
    {
        using var timer = Timer("tick", Minute, Minute);
        clock.Advance(3 * Minute);
        Assert.Equal(["tick 09:01", "tick 09:02", "tick 09:03"], fired);
    }

    [Fact]
    public void Advance_FiresATimerThatACallbackSets()
    {
        using var second = Timer("second", Timeout.InfiniteTimeSpan);
        using var first = clock.CreateTimer(_ => second.Change(Minute, Timeout.InfiniteTimeSpan), null, Minute, Timeout.InfiniteTimeSpan);
        clock.Advance(2 * Minute);
        Assert.Equal(["second 09:02"], fired);
    }

    [Fact]
    public void Jump_FiresWhatFellDueInOrder_AtTheNewInstant_AndAPeriodicTimerOnce()
    {
        using var periodic = Timer("periodic", Minute, Minute);
        using var late = Timer("late", 3 * Minute);
        using var early = Timer("early", Minute / 2);
        clock.JumpTo(Start + (10 * Minute));
        Assert.Equal(["early 09:10", "periodic 09:10", "late 09:10"], fired);
        clock.Advance(Minute);
        Assert.Equal("periodic 09:11", fired[^1]);
    }

    [Fact]
    public void Timer_WhenDisposedOrSwitchedOff_DoesNotFire()
    {
        using var off = Timer("off", Minute);
        var disposed = Timer("disposed", Minute);
        off.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        clock.Advance(Minute);
        Assert.Empty(fired);
        Assert.False(disposed.Change(Minute, Minute));
    }

    [Fact]
    public void Timer_WhenDisposedByAnEarlierOneOfTheSameJump_DoesNotFire()
    {
        var victim = Timer("victim", 2 * Minute);
        using var killer = clock.CreateTimer(_ => victim.Dispose(), null, Minute, Timeout.InfiniteTimeSpan);
        clock.JumpTo(Start + (2 * Minute));
        Assert.Empty(fired);
    }

    [Fact]
    public async Task Timer_WhenDueAtOnce_FiresEvenThoughTheClockStands()
    {
        var came = new TaskCompletionSource();
        using var timer = clock.CreateTimer(_ => came.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await InTime(came.Task);
    }

    [Fact]
    public async Task Delay_EndsWhenTheClockIsMoved()
    {
        var delay = Delay(Minute, clock);
        Assert.False(delay.IsCompleted);
        clock.Advance(Minute);
        await InTime(delay);
    }

    [Fact]
    public async Task FastClock_FiresTimersInItsOwnTime()
    {
        using var fast = new SteerableClock(Start, speed: 3600);
        await InTime(Delay(TimeSpan.FromMinutes(2), fast));
        Assert.True(fast.Now >= Start + (2 * Minute));
    }

    [Fact]
    public async Task Speed_WhenRaised_BringsTimersForward_AndNeverMovesTheClockBack()
    {
        var delay = Delay(TimeSpan.FromHours(1), clock);
        clock.Speed = 36_000;
        await InTime(delay);
        clock.Speed = 0;
        var stopped = clock.Now;
        Assert.True(stopped >= Start + TimeSpan.FromHours(1));
        Assert.Equal(stopped, clock.Now);
    }

    [Fact]
    public async Task Jump_OfARunningClock_FiresWhatFellDueBeforeItReturns()
    {
        using var running = new SteerableClock();
        var delay = Delay(TimeSpan.FromDays(7), running);
        running.JumpTo(running.Now + TimeSpan.FromDays(8));
        await InTime(delay);
    }

    [Fact]
    public void Timers_SetFromManyThreads_AllFire()
    {
        var count = 0;
        var timers = new ITimer[1000];
        Parallel.For(0, timers.Length, at => timers[at] = clock.CreateTimer(_ => Interlocked.Increment(ref count), null, Minute, Timeout.InfiniteTimeSpan));
        clock.Advance(Minute);
        Assert.Equal(timers.Length, count);
    }

    private static Task Delay(TimeSpan span, TimeProvider clock) => Task.Delay(span, clock, TestContext.Current.CancellationToken);

    private static Task InTime(Task task) => task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private ITimer Timer(string name, TimeSpan dueTime, TimeSpan? period = null) =>
        clock.CreateTimer(_ => fired.Add($"{name} {clock.Now:HH:mm}"), null, dueTime, period ?? Timeout.InfiniteTimeSpan);
}
