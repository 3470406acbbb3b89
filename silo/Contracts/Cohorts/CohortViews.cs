namespace CohortCourses.Contracts.Cohorts;

/// <summary>What someone is in a cohort.</summary>
[GenerateSerializer, Alias("cohort.role")]
public enum CohortRole
{
    Participant,
    Mentor,
    Instructor,
    Evaluator,
}

/// <summary>Whether a release time could be used as it was written.</summary>
[GenerateSerializer, Alias("cohort.release-fit")]
public enum ReleaseFit
{
    Exact,

    /// <summary>The clocks go forward over it: the week opens at the first moment after the gap.</summary>
    AfterGap,

    /// <summary>The clocks go back over it: the week opens when the time comes for the first time.</summary>
    FirstOfTwo,
}

/// <summary>Where a cohort is in its course.</summary>
[GenerateSerializer, Alias("cohort.phase")]
public enum CohortPhase
{
    Upcoming,
    Running,
    Finished,
}

/// <summary>What an organiser decides when a cohort is made.</summary>
/// <param name="Name">What people call it, 60 characters at most.</param>
/// <param name="FirstDay">The day on which week 1 opens, today or later in the cohort's zone.</param>
/// <param name="ReleaseTime">The local time at which each week opens.</param>
/// <param name="Zone">An IANA zone.</param>
/// <param name="Seats">For participants, 1 to 10,000.</param>
[GenerateSerializer, Immutable, Alias("cohort.new")]
public sealed record NewCohort(string Course, string Name, DateOnly FirstDay, TimeOnly ReleaseTime, string Zone, int Seats);

/// <summary>One week of a cohort's calendar.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="WeekId">The stable id that the course gives it.</param>
/// <param name="OpensAt">The instant from which it is open, inclusive.</param>
/// <param name="DueAt">When the next one opens.</param>
/// <param name="Skipped">A skipped week never opens.</param>
[GenerateSerializer, Immutable, Alias("cohort.week")]
public sealed record WeekView(int Number, string WeekId, DateOnly Date, DateTimeOffset OpensAt, DateTimeOffset DueAt, ReleaseFit Fit, bool Skipped)
{
    public bool IsOpenAt(DateTimeOffset now) => !Skipped && now >= OpensAt;
}

/// <summary>A cohort as everyone in it may see it.</summary>
/// <param name="ModulesNeeded">How many weeks complete the course, never more than will open.</param>
/// <param name="FormsNeeded">Ids of the forms that complete the course, beside the weeks.</param>
/// <param name="Changes">The changes of the calendar, the newest last.</param>
[GenerateSerializer, Immutable, Alias("cohort.view")]
public sealed record CohortView(
    string Cohort,
    string Course,
    string Name,
    DateOnly FirstDay,
    TimeOnly ReleaseTime,
    string Zone,
    int Seats,
    int Participants,
    ImmutableArray<string> Tracks,
    ImmutableArray<WeekView> Weeks,
    DateTimeOffset EndsAt,
    int ModulesNeeded,
    int ModulesInRule,
    ImmutableArray<ScheduleNews> Changes,
    DateTimeOffset CreatedAt,
    ImmutableArray<string> FormsNeeded = default)
{
    /// <summary>Empty where it was left out, also by a caller that does not know it yet.</summary>
    public ImmutableArray<string> FormsNeeded { get => field.IsDefault ? [] : field; init; } = FormsNeeded;

    /// <summary>The number of the newest change, 0 if there was none.</summary>
    public int NewsCount => Changes.IsEmpty ? 0 : Changes.Max(change => change.Number);

    public WeekView? Week(int number) => number >= 1 && number <= Weeks.Length ? Weeks[number - 1] : null;

    /// <summary>The week that opened last.</summary>
    public WeekView? CurrentAt(DateTimeOffset now) => Weeks.LastOrDefault(week => week.IsOpenAt(now));

    /// <summary>The week that opens next.</summary>
    public WeekView? NextAt(DateTimeOffset now) => Weeks.FirstOrDefault(week => !week.Skipped && week.OpensAt > now);

    public CohortPhase PhaseAt(DateTimeOffset now) =>
        now >= EndsAt ? CohortPhase.Finished
        : CurrentAt(now) is null ? CohortPhase.Upcoming
        : CohortPhase.Running;
}

/// <summary>One line of the roster. The handle is the learner's to tell.</summary>
[GenerateSerializer, Immutable, Alias("cohort.member")]
public sealed record MemberView(string Learner, CohortRole Role, string? Track, DateTimeOffset JoinedAt);

/// <summary>What changed on a roster.</summary>
/// <param name="Stamp">To be handed in the next time.</param>
/// <param name="IsWhole">Whether <paramref name="Members"/> is everyone.</param>
/// <param name="Members">Who joined, goes by another name, or has another role or track.</param>
/// <param name="Gone">Who is not on it any more.</param>
[GenerateSerializer, Immutable, Alias("cohort.roster-news")]
public sealed record RosterNews(string Stamp, bool IsWhole, ImmutableArray<MemberView> Members, ImmutableArray<string> Gone);

/// <summary>What opened when, and when that was announced.</summary>
/// <param name="People">How many were in the cohort when it was announced.</param>
[GenerateSerializer, Immutable, Alias("cohort.release")]
public sealed record ReleaseView(int Week, DateTimeOffset OpensAt, DateTimeOffset AnnouncedAt, int People);

/// <summary>How many participants of one track, or of none, left in a week.</summary>
[GenerateSerializer, Immutable, Alias("cohort.departure")]
public sealed record DepartureView(int Week, string? Track, int People);
