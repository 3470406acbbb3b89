using System.Globalization;
using CohortCourses.Hosting;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

public sealed class ThrottleTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    private readonly SteerableClock clock = SteerableClock.Frozen(TestPilot.Start);

    [Fact]
    public void Enter_AfterTheMost_HasToWaitFromTheLastEntryOn()
    {
        var throttle = new Throttle(clock, most: 2, Quiet);
        Assert.Null(throttle.Enter("a"));
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Null(throttle.Enter("a"));
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(TimeSpan.FromMinutes(3), throttle.Enter("a"));
        Assert.Equal(TimeSpan.FromMinutes(3), throttle.Wait("a"));
        Assert.Null(throttle.Enter("b"));
    }

    [Fact]
    public void Enter_WhileWaiting_DoesNotMakeTheWaitLonger()
    {
        var throttle = new Throttle(clock, most: 1, Quiet);
        throttle.Enter("a");
        clock.Advance(TimeSpan.FromMinutes(4));
        throttle.Enter("a");

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(throttle.Enter("a"));
    }

    [Fact]
    public void Leave_TakesOneEntryBack()
    {
        var throttle = new Throttle(clock, most: 1, Quiet);
        throttle.Enter("a");
        throttle.Leave("a");

        Assert.Null(throttle.Enter("a"));
        Assert.NotNull(throttle.Enter("a"));
    }

    [Fact]
    public void Enter_WithEndlesslyManyKeys_KeepsWorking()
    {
        var throttle = new Throttle(clock, most: 1, Quiet);
        for (var key = 0; key < 50_000; key++)
        {
            Assert.Null(throttle.Enter(key.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.NotNull(throttle.Enter("49999"));
    }

    public void Dispose() => clock.Dispose();
}
