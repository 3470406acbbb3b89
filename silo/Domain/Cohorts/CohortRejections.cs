using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Domain.Cohorts;

/// <summary>Why a cohort says no. The codes are stable: pages and clients tell people what to do by them.</summary>
public static class CohortRejections
{
    public static readonly Rejection Unknown = Rejection.Of("cohort.unknown");
    public static readonly Rejection Exists = Rejection.Of("cohort.exists");
    public static readonly Rejection Full = Rejection.Of("cohort.full");
    public static readonly Rejection Over = Rejection.Of("cohort.over");
    public static readonly Rejection NotAMember = Rejection.Of("cohort.not-a-member");
    public static readonly Rejection HandleTaken = Rejection.Of("handle.taken");
    public static readonly Rejection Address = Rejection.Of("cohort.address", ("most", Number(CohortAddress.Longest)));
    public static readonly Rejection Name = Rejection.Of("cohort.name", ("most", Number(CohortPlan.LongestName)));
    public static readonly Rejection Seats = Rejection.Of("cohort.seats", ("most", Number(CohortPlan.MostSeats)));
    public static readonly Rejection Completion = Rejection.Of("cohort.completion");
    public static readonly Rejection NoSuchChange = Rejection.Of("schedule.no-such-change");
    public static readonly Rejection ChangedMeanwhile = Rejection.Of("schedule.changed-meanwhile");
    public static readonly Rejection NothingLeft = Rejection.Of("schedule.nothing-left");
    public static readonly Rejection TooManyChanges = Rejection.Of("schedule.too-many-changes", ("most", Number(Rescheduling.MostChanges)));
    public static readonly Rejection ShiftTooFar = Rejection.Of("schedule.shift", ("most", Number(Rescheduling.FarthestShift)));

    public static Rejection UnknownZone(string zone) => Rejection.Of("cohort.zone", ("zone", zone));

    public static Rejection PastStart(LocalDate day) => Rejection.Of("cohort.past-start", ("date", Date(day)));

    public static Rejection FarStart(LocalDate day) => Rejection.Of("cohort.far-start", ("date", Date(day)), ("years", Number(CohortPlan.MostYearsAhead)));

    public static Rejection UnknownTrack(string track) => Rejection.Of("cohort.track", ("track", track));

    public static Rejection NoSuchWeek(int week) => Rejection.Of("schedule.no-such-week", ("week", Number(week)));

    public static Rejection WeekIsOpen(int week) => Rejection.Of("schedule.week-is-open", ("week", Number(week)));

    public static Rejection WeekSkipped(int week) => Rejection.Of("schedule.week-skipped", ("week", Number(week)));

    public static Rejection SameDay(int week, LocalDate date) => Rejection.Of("schedule.same-day", ("week", Number(week)), ("date", Date(date)));

    public static Rejection TooFarAhead(LocalDate date) => Rejection.Of("schedule.too-far", ("date", Date(date)), ("years", Number(CohortPlan.MostYearsAhead)));

    public static Rejection OpensInThePast(int week, LocalDate date) => Rejection.Of("schedule.past", ("week", Number(week)), ("date", Date(date)));

    public static Rejection Order(int earlier, int later) => Rejection.Of("schedule.order", ("earlier", Number(earlier)), ("later", Number(later)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
