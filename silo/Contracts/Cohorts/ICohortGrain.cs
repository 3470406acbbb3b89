namespace CohortCourses.Contracts.Cohorts;

/// <summary>A cohort, keyed by its slug: its plan, calendar and people.</summary>
[Alias("cohort")]
public interface ICohortGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes the cohort. Made again with the same plan it is the same cohort; with another plan it is refused as
    /// <c>cohort.exists</c>, and a slug that is no good address as <c>cohort.address</c>.
    /// </summary>
    [Alias("create")]
    Task<Outcome> Create(NewCohort cohort);

    /// <summary>The calendar that the cohort would begin with, without making it.</summary>
    [ReadOnly, Alias("preview-create")]
    Task<SchedulePreview> PreviewCreate(NewCohort cohort);

    /// <summary>The cohort, or null if there is none.</summary>
    [ReadOnly, Alias("get")]
    Task<CohortView?> Get();

    /// <summary>All members, by learner id.</summary>
    [ReadOnly, Alias("roster")]
    Task<ImmutableArray<MemberView>> Roster();

    /// <summary>
    /// What changed on the roster since a stamp that this answered with earlier: cheap if nothing did. Names count, so whoever keeps them asks this
    /// first. Everyone, if no stamp is given or it is too old.
    /// </summary>
    [ReadOnly, Alias("roster-since")]
    Task<RosterNews> RosterSince(string? stamp);

    /// <summary>One member, or null.</summary>
    [ReadOnly, Alias("member")]
    Task<MemberView?> Member(string learner);

    /// <summary>Who goes by a name, whatever its case and spaces; or null.</summary>
    [ReadOnly, Alias("named")]
    Task<MemberView?> Named(string handle);

    /// <summary>Admits a learner. Twice is once. Called by <c>LearnerGrain</c>, which keeps the name.</summary>
    [Alias("admit")]
    Task<Outcome> Admit(string learner, CohortRole role, string? track, string handleMark);

    /// <summary>What <see cref="Admit"/> would say, without admitting anyone.</summary>
    [ReadOnly, Alias("may-admit")]
    Task<Outcome> MayAdmit(string learner, CohortRole role, string? track, string handleMark);

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

    /// <summary>What taking a change back would do, without doing it.</summary>
    [ReadOnly, Alias("preview-undo")]
    Task<SchedulePreview> PreviewUndo(string changeId);

    /// <summary>Changes the calendar. The same id twice is one change.</summary>
    /// <param name="seen">
    /// The <see cref="CohortView.NewsCount"/> of the calendar that a preview was shown of; if it has changed meanwhile the
    /// change is refused as <c>schedule.changed-meanwhile</c>. Null changes it as it is.
    /// </param>
    [Alias("reschedule")]
    Task<Outcome> Reschedule(ScheduleChangeRequest change, string by, int? seen = null);

    /// <summary>Takes a change back. Twice is once.</summary>
    /// <param name="seen">As for <see cref="Reschedule"/>.</param>
    [Alias("undo")]
    Task<Outcome> Undo(string changeId, int? seen = null);

    /// <summary>What opened when, for how many, and when that was announced.</summary>
    [ReadOnly, Alias("releases")]
    Task<ImmutableArray<ReleaseView>> Releases();

    /// <summary>How many participants left for good while the course ran, by week and track. Who they were is not kept.</summary>
    [ReadOnly, Alias("departures")]
    Task<ImmutableArray<DepartureView>> Departures();
}
