using System.Collections.Immutable;
using NodaTime;
using CohortCourses.Domain.Courses;

namespace CohortCourses.Domain.Cohorts;

/// <summary>What an organiser decides when a cohort is made. What completes the course is fixed here, so that it never changes under way.</summary>
public sealed record CohortPlan(
    string Course,
    string Name,
    ImmutableArray<string> WeekIds,
    CompletionRule Completion,
    ImmutableArray<string> Tracks,
    LocalDate FirstDay,
    LocalTime ReleaseTime,
    string Zone,
    int Seats)
{
    public const int MostSeats = 10_000;

    public const int LongestName = 60;

    /// <summary>How far ahead a calendar may reach: far enough for any plan, near enough for every date to be written in four digits.</summary>
    public const int MostYearsAhead = 10;

    public int Weeks => WeekIds.Length;

    /// <summary>The zone of the plan. A zone that a later database dropped falls back to UTC rather than shutting a cohort.</summary>
    public DateTimeZone DateTimeZone => Zones.Find(Zone) ?? DateTimeZone.Utc;

    /// <summary>Whether another plan says the same, so that making a cohort twice is making it once.</summary>
    public bool SameAs(CohortPlan other) =>
        this with { WeekIds = other.WeekIds, Tracks = other.Tracks } == other && WeekIds.SequenceEqual(other.WeekIds) && Tracks.SequenceEqual(other.Tracks);

    /// <summary>What is wrong with the plan, if anything.</summary>
    public Rejection? Check(Instant now)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName)
        {
            return CohortRejections.Name;
        }

        if (Zones.Find(Zone) is not { } zone)
        {
            return CohortRejections.UnknownZone(Zone);
        }

        if (Seats is < 1 or > MostSeats)
        {
            return CohortRejections.Seats;
        }

        if (Completion.Modules < 1 || Completion.Modules > Weeks)
        {
            return CohortRejections.Completion;
        }

        var today = now.InZone(zone).Date;
        return FirstDay < today ? CohortRejections.PastStart(FirstDay)
            : FirstDay > today.PlusYears(MostYearsAhead) ? CohortRejections.FarStart(FirstDay)
            : null;
    }
}
