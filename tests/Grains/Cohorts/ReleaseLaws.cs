using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Grains.Pilots;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Grains.Cohorts;

/// <summary>Clocks leap and are set back, servers restart, organisers change their minds: each week that opens is told once.</summary>
public sealed class ReleaseLaws
{
    public enum Step
    {
        Pass,
        Leap,
        Restart,
        SetBack,
        Move,
        Skip,
        Shift,
        Undo,
    }

    private static readonly Gen<(Step Step, int Week, int Days)[]> Histories = Gen.ArrayOf(
        from step in Gen.Elements(Enum.GetValues<Step>())
        from week in Gen.Choose(1, 8)
        from days in Gen.Choose(1, 14)
        select (step, week, days),
        12);

    [Theory]
    [InlineData(false, 25)]
    [InlineData(true, 5)]
    public async Task Weeks_WhateverHappens_AreRecordedAndToldOnce(bool onDisk, int times)
    {
        foreach (var history in Gen.Sample(Histories, times, new Rnd(20_260_202, 1), 10))
        {
            await using var pilot = await Pilot.StartAsync(onDisk);
            var told = await Play(pilot, history);

            var view = (await pilot.Grains.Cohort("spring").Get())!;
            var expected = view.Weeks.Where(week => !week.Skipped).Select(week => week.Number);
            Assert.True(expected.SequenceEqual(told.Order()), $"Told {string.Join(' ', told)} after {string.Join(' ', history)}");
            Assert.Equal(expected, (await pilot.Announced()).Select(release => release.Week));
        }
    }

    /// <summary>Plays it, then goes on to the end, and returns the weeks of all events.</summary>
    private static async Task<List<int>> Play(Pilot pilot, (Step Step, int Week, int Days)[] history)
    {
        var told = new List<int>();
        await pilot.Found();
        foreach (var ((step, week, days), index) in history.Select((step, index) => (step, index)))
        {
            var cohort = pilot.Grains.Cohort("spring");
            var id = index.ToString(CultureInfo.InvariantCulture);
            var date = (await cohort.Get())!.Week(week)!.Date;
            switch (step)
            {
                case Step.Pass:
                    pilot.Clock.Advance(TimeSpan.FromDays(days));
                    break;
                case Step.Leap:
                    pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(days));
                    break;
                case Step.Restart:
                case Step.SetBack:
                    told.AddRange(await Weeks(pilot));
                    await pilot.Restart(pilot.Clock.Now.AddDays(step == Step.SetBack ? -days : days));
                    break;
                case Step.Move:
                    await cohort.Reschedule(new(id, ScheduleChangeKind.Move, week, To: date.AddDays(days - 5)), "ines");
                    break;
                case Step.Skip:
                    await cohort.Reschedule(new(id, ScheduleChangeKind.Skip, week), "ines");
                    break;
                case Step.Shift:
                    await cohort.Reschedule(new(id, ScheduleChangeKind.Shift, week, Days: days - 5), "ines");
                    break;
                default:
                    await cohort.Undo((index - 1).ToString(CultureInfo.InvariantCulture));
                    break;
            }

            await pilot.Announced();
        }

        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(500));
        await pilot.Announced();
        told.AddRange(await Weeks(pilot));
        return told;
    }

    private static async Task<IEnumerable<int>> Weeks(Pilot pilot) => (await pilot.Events())
        .Where(happened => happened.StartsWith("moduleReleased", StringComparison.Ordinal))
        .Select(happened => int.Parse(happened[^2..^1], CultureInfo.InvariantCulture));
}
