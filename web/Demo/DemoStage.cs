using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Hosting;

namespace CohortCourses.Web.Demo;

/// <summary>
/// Plays scenes at their time by steering the clock from one to the next. Weeks open on the way as they do in a pilot: by the clock alone.
/// </summary>
internal sealed class DemoStage(IGrainFactory grains, SteerableClock clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> scenes = new();
    private readonly List<string> cohorts = [];
    private int last;

    public void At(DateTimeOffset at, Func<Task> scene) => scenes.Enqueue(scene, (at, last++));

    public void At(DateTimeOffset at, Func<Task<Outcome>> scene) => At(at, async () => Need(await scene()));

    /// <summary>From now on the cohort's weeks open on stage.</summary>
    public void Follow(string cohort) => cohorts.Add(cohort);

    /// <param name="opened">Told of every week that opened; it may add scenes.</param>
    public async Task Play(DateTimeOffset end, Action<CohortView, WeekView> opened)
    {
        while (true)
        {
            var at = scenes.TryPeek(out _, out var due) ? due.At : DateTimeOffset.MaxValue;
            if (await NextRelease() is var (cohort, week) && week.OpensAt <= at && week.OpensAt <= end)
            {
                await Open(cohort.Cohort, week);
                opened(cohort, week);
            }
            else if (at <= end)
            {
                MoveTo(at);
                await scenes.Dequeue()();
            }
            else
            {
                MoveTo(end);
                return;
            }
        }
    }

    public static void Need(Outcome outcome)
    {
        if (!outcome.Accepted)
        {
            throw new InvalidOperationException($"The demo's story does not fit the rules any more: {outcome.Code}.");
        }
    }

    private async Task<(CohortView Cohort, WeekView Week)?> NextRelease()
    {
        (CohortView, WeekView Week)? next = null;
        foreach (var slug in cohorts)
        {
            if (await grains.Cohort(slug).Get() is { } cohort && cohort.NextAt(clock.Now) is { } week && !(next?.Week.OpensAt <= week.OpensAt))
            {
                next = (cohort, week);
            }
        }

        return next;
    }

    /// <summary>Lets a week open and its announcement be written down before the clock goes on.</summary>
    private async Task Open(string slug, WeekView week)
    {
        var cohort = grains.Cohort(slug);
        MoveTo(week.OpensAt - Ahead);
        await cohort.Get();
        MoveTo(week.OpensAt);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!(await cohort.Releases()).Any(release => release.Week == week.Number))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, patience.Token);
        }
    }

    private void MoveTo(DateTimeOffset at)
    {
        if (at > clock.Now)
        {
            clock.JumpTo(at);
        }
    }
}
