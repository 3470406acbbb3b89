using CohortCourses.Contracts;
using CohortCourses.Hosting;

namespace CohortCourses.Web.Demo;

/// <summary>Goes on with what people say, each when the demo's clock comes to it.</summary>
internal sealed class DemoChatter(IGrainFactory grains, SteerableClock clock) : BackgroundService
{
    /// <summary>What a demo that was stopped may not have come to. Said twice it is said once.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var talker = new DemoTalker(grains);
        foreach (var (cohort, at, turn) in await Ahead(clock.Now - Again))
        {
            while (at - clock.Now is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stoppingToken);
            }

            // A refusal is what a visitor made of it: a thread was locked, somebody muted, a name changed.
            await talker.Do(cohort, turn);
            stoppingToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<IReadOnlyList<(string Cohort, DateTimeOffset At, DemoTurn Turn)>> Ahead(DateTimeOffset since)
    {
        var ahead = new List<(string Cohort, DateTimeOffset At, DemoTurn Turn)>();
        foreach (var slug in (await grains.Catalog().Cohorts()).Select(entry => entry.Cohort))
        {
            if (await grains.Cohort(slug).Get() is { Weeks: [var first, ..] })
            {
                ahead.AddRange(DemoTalk.Of(slug).Select(turn => (slug, At: first.OpensAt.AddDays(turn.Days), turn)).Where(turn => turn.At > since));
            }
        }

        return [.. ahead.OrderBy(turn => turn.At)];
    }
}
