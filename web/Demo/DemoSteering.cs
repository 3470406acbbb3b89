using CohortCourses.Contracts;
using CohortCourses.Hosting;
using CohortCourses.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CohortCourses.Web.Demo;

/// <summary>Where the clock is.</summary>
internal sealed record ClockReading(DateTimeOffset Now, double Speed);

/// <summary>Shows and moves the demo's clock.</summary>
internal static class DemoSteering
{
    public const string Route = "/demo/clock";

    /// <summary>An hour in a second.</summary>
    public const double Fast = 3600;

    public static ClockReading Show(SteerableClock clock) => new(clock.Now, clock.Speed);

    /// <param name="move"><c>hour</c>, <c>day</c>, <c>release</c>, <c>run</c> or <c>stop</c>.</param>
    /// <param name="cohort">Whose next release; else that of whichever cohort comes first.</param>
    /// <param name="back">The page to return to.</param>
    public static async Task<IResult> Steer(SteerableClock clock, IGrainFactory grains, [FromForm] string move, [FromForm] string? cohort, [FromForm] string? back)
    {
        switch (move)
        {
            case "hour":
                clock.JumpTo(clock.Now + TimeSpan.FromHours(1));
                break;
            case "day":
                clock.JumpTo(clock.Now + TimeSpan.FromDays(1));
                break;
            case "release" when await NextRelease(grains, clock.Now, cohort) is { } opens:
                clock.JumpTo(opens);
                break;
            case "run":
                clock.Speed = Fast;
                break;
            case "stop":
                clock.Speed = 1;
                break;
        }

        return Back.To(back);
    }

    private static async Task<DateTimeOffset?> NextRelease(IGrainFactory grains, DateTimeOffset now, string? cohort)
    {
        var slugs = string.IsNullOrEmpty(cohort) ? (await grains.Catalog().Cohorts()).Select(entry => entry.Cohort) : [cohort];
        var views = await Task.WhenAll(slugs.Select(slug => grains.Cohort(slug).Get()));
        return views.Min(view => view?.NextAt(now)?.OpensAt);
    }
}
