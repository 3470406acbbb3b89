using System.Globalization;
using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

/// <summary>Clocks jump, forward and back, while organisers change the calendar: each week is told once.</summary>
public sealed class ReleaseLaws
{
    private enum Step
    {
        Jump,
        Announce,
        Move,
        Skip,
        Shift,
        Undo,
    }

    private static readonly Gen<(Step Step, int Week, int Days)> Steps =
        from step in Gen.Frequency((4, Gen.Constant(Step.Jump)), (4, Gen.Constant(Step.Announce)), (3, Gen.Elements(Step.Move, Step.Shift, Step.Undo)), (1, Gen.Constant(Step.Skip)))
        from week in Gen.Choose(1, 8)
        from days in Gen.Choose(-12, 16)
        select (step, week, days);

    [Fact]
    public void Announcements_HoweverTheClockJumps_ComeOnceForEachWeekThatOpens() => Law.HoldsThrough(
        Steps,
        history =>
        {
            var (told, cohort) = Play(history);

            var last = cohort.AnnounceReleases(Founded + Duration.FromDays(2_000)).Or(cohort);
            told.AddRange(last.Releases.Keys.Except(cohort.Releases.Keys));

            Assert.Equal(cohort.Schedule.Weeks.Where(week => !week.Skipped).Select(week => week.Week), told.Order());
        },
        times: 600);

    [Fact]
    public void Records_HoweverTheClockJumps_SayWhenTheWeekOpened() => Law.HoldsThrough(
        Steps,
        history => Assert.All(Play(history).Cohort.Releases.Values, record => Assert.True(record.OpensAt <= record.AnnouncedAt)));

    [Fact]
    public void AnnouncedWeeks_HoweverTheClockJumps_KeepTheirInstant() => Law.HoldsThrough(
        Steps,
        history =>
        {
            var cohort = Play(history).Cohort;
            Assert.All(cohort.Releases.Values, record => Assert.Equal(
                (record.OpensAt, false),
                (cohort.Opens(record.Week), cohort.Schedule.Week(record.Week)!.Skipped)));
        });

    private static (List<int> Told, Cohort Cohort) Play((Step Step, int Week, int Days)[] history)
    {
        var (cohort, now, told) = (Spring, Spring.Opens(1), new List<int>());
        foreach (var ((step, week, days), index) in history.Select((step, index) => (step, index)))
        {
            var id = index.ToString(CultureInfo.InvariantCulture);
            now = step == Step.Jump ? now + Duration.FromDays(days) : now;
            var decision = step switch
            {
                Step.Announce => cohort.AnnounceReleases(now),
                Step.Move => cohort.Change(new ScheduleChange.Move(id, week, cohort.Date(week).PlusDays(days)), "ines", now),
                Step.Skip => cohort.Change(new ScheduleChange.Skip(id, week), "ines", now),
                Step.Shift => cohort.Change(new ScheduleChange.Shift(id, week, days), "ines", now),
                Step.Undo when cohort.Changes.Count > 0 => cohort.Undo(cohort.Changes[week % cohort.Changes.Count].Change.Id, now),
                _ => Decision.Unchanged(cohort),
            };
            var after = decision.Or(cohort);
            told.AddRange(after.Releases.Keys.Except(cohort.Releases.Keys));
            cohort = after;
        }

        return (told, cohort);
    }
}
