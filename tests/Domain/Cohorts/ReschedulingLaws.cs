using System.Globalization;
using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

/// <summary>Whatever is moved, skipped, shifted and undone, in whatever order, at whatever time.</summary>
public sealed class ReschedulingLaws
{
    private enum Step
    {
        Wait,
        Move,
        Skip,
        Shift,
        Undo,
    }

    private static readonly Gen<(Step Step, int Week, int Days)> Steps =
        from step in Gen.Frequency((2, Gen.Constant(Step.Wait)), (5, Gen.Elements(Step.Move, Step.Shift)), (1, Gen.Constant(Step.Skip)), (2, Gen.Constant(Step.Undo)))
        from week in Gen.Choose(1, 8)
        from days in Gen.Choose(-9, 12)
        select (step, week, days);

    [Fact]
    public void OpenWeeks_WhateverIsChanged_StayOpenAndStayPut() => Law.HoldsThrough(Steps, history => Play(history, (before, after, now) =>
    {
        Assert.All(before.Schedule.Weeks.Where(week => week.IsOpen(now)), week => Assert.Equal(week, after.Schedule.Week(week.Week)));
        Assert.Equal(Open(before, now), Open(after, now));
    }));

    [Fact]
    public void Order_WhateverIsChanged_Holds() => Law.HoldsThrough(Steps, history => Play(history, (_, after, _) =>
    {
        var instants = after.Schedule.Weeks.Where(week => !week.Skipped).Select(week => week.OpensAt).ToList();
        Assert.Equal(instants.Distinct().Order(), instants);
        Assert.NotEmpty(instants);
        Assert.True(instants[^1] < after.Schedule.EndsAt);
    }));

    [Fact]
    public void News_WhateverIsChanged_IsNumberedOneByOne() => Law.HoldsThrough(Steps, history => Play(history, (before, after, _) =>
    {
        Assert.Equal(before.NewsCount + 1, after.NewsCount);
        Assert.Distinct(after.Changes.Select(change => change.Number));
    }));

    [Fact]
    public void DueDates_WhateverIsChanged_ComeAfterTheirWeekOpens() => Law.HoldsThrough(Steps, history => Play(history, (_, after, _) =>
        Assert.All(after.Schedule.Weeks.Where(week => !week.Skipped), week => Assert.True(after.Schedule.DueAt(week.Week) > week.OpensAt))));

    [Fact]
    public void Undo_WhenEveryChangeIsTakenBackFromTheLast_IsNeverRefused_AndRestoresThePlan() => Law.HoldsThrough(Steps, history =>
    {
        var changes = history.Where(step => step.Step is not Step.Wait and not Step.Undo).ToArray();
        var changed = Play(changes, (_, _, _) => { }).Cohort;

        var undone = changed.Changes.Reverse().Aggregate(changed, (cohort, made) => cohort.Undo(made.Change.Id, Founded).Accepted());

        Assert.Equal(Spring.Schedule.Weeks, undone.Schedule.Weeks);
        Assert.Equal(Spring.Schedule.EndsAt, undone.Schedule.EndsAt);
    });

    [Fact]
    public void Plan_WhenNoChangeStands_IsWhatItWas() => Law.HoldsThrough(Steps, history => Play(history, (_, after, _) =>
    {
        if (!after.Changes.Exists(change => change.Stands))
        {
            Assert.Equal(Spring.Schedule.Weeks, after.Schedule.Weeks);
        }
    }));

    [Fact]
    public void Change_WhenSentTwice_IsOne() => Law.HoldsThrough(Steps, history =>
    {
        var (cohort, now) = Play(history, (_, _, _) => { });

        Assert.All(cohort.Changes, made => cohort.Change(made.Change, "ines", now).Unchanged());
        Assert.All(cohort.Changes.Where(made => !made.Stands), made => cohort.Undo(made.Change.Id, now).Unchanged());
    });

    /// <summary>Plays a history and shows every accepted change to <paramref name="check"/>.</summary>
    private static (Cohort Cohort, Instant Now) Play((Step Step, int Week, int Days)[] history, Action<Cohort, Cohort, Instant> check)
    {
        var (cohort, now) = (Spring, Founded);
        foreach (var ((step, week, days), index) in history.Select((step, index) => (step, index)))
        {
            var id = index.ToString(CultureInfo.InvariantCulture);
            Decision<Cohort> decision = step switch
            {
                Step.Move => cohort.Change(new ScheduleChange.Move(id, week, cohort.Date(week).PlusDays(days)), "ines", now),
                Step.Skip => cohort.Change(new ScheduleChange.Skip(id, week), "ines", now),
                Step.Shift => cohort.Change(new ScheduleChange.Shift(id, week, days), "ines", now),
                Step.Undo when cohort.Changes.Count > 0 => cohort.Undo(cohort.Changes[week % cohort.Changes.Count].Change.Id, now),
                _ => Decision.Unchanged(cohort),
            };
            if (step == Step.Wait)
            {
                now += Duration.FromHours(Math.Abs(days) * 20);
            }

            if (decision is { Changed: true, State: { } changed })
            {
                check(cohort, changed, now);
                cohort = changed;
            }
        }

        return (cohort, now);
    }

    private static IEnumerable<int> Open(Cohort cohort, Instant now) =>
        cohort.Schedule.Weeks.Where(week => week.IsOpen(now)).Select(week => week.Week);
}
