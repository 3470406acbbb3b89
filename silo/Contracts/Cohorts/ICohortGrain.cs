namespace CohortCourses.Contracts.Cohorts;

/// <summary>A cohort, keyed by its slug: its plan, calendar and people.</summary>
[Alias("cohort")]
public interface ICohortGrain : IGrainWithStringKey
{
    /// <summary>Makes the cohort. Made again with the same plan it is the same cohort; with another plan it is refused as <c>cohort.exists</c>.</summary>
    [Alias("create")]
    Task<Outcome> Create(NewCohort cohort);

    /// <summary>The cohort, or null if there is none.</summary>
    [ReadOnly, Alias("get")]
    Task<CohortView?> Get();

    /// <summary>All members, by learner id.</summary>
    [ReadOnly, Alias("roster")]
    Task<ImmutableArray<MemberView>> Roster();

    /// <summary>One member, or null.</summary>
    [ReadOnly, Alias("member")]
    Task<MemberView?> Member(string learner);

    /// <summary>Admits a learner. Twice is once. Called by <c>LearnerGrain</c>, which keeps the name.</summary>
    [Alias("admit")]
    Task<Outcome> Admit(string learner, CohortRole role, string? track, string handleMark);

    /// <summary>Takes a learner off the roster.</summary>
    [Alias("remove")]
    Task<Outcome> Remove(string learner);

    /// <summary>Reserves another handle. Called by <c>LearnerGrain</c>.</summary>
    [Alias("rename")]
    Task<Outcome> Rename(string learner, string handleMark);

    [Alias("assign-role")]
    Task<Outcome> AssignRole(string learner, CohortRole role);

    /// <summary>Puts a learner on another track, or on none. All work is kept.</summary>
    [Alias("switch-track")]
    Task<Outcome> SwitchTrack(string learner, string? track);

    /// <summary>What a change would do, without doing it.</summary>
    [ReadOnly, Alias("preview")]
    Task<SchedulePreview> Preview(ScheduleChangeRequest change);

    /// <summary>Changes the calendar. The same id twice is one change.</summary>
    [Alias("reschedule")]
    Task<Outcome> Reschedule(ScheduleChangeRequest change, string by);

    /// <summary>Takes a change back.</summary>
    [Alias("undo")]
    Task<Outcome> Undo(string changeId);

    /// <summary>What opened when, for how many, and when that was announced.</summary>
    [ReadOnly, Alias("releases")]
    Task<ImmutableArray<ReleaseView>> Releases();
}
