using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Live;
using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.People;
using CohortCourses.Grains.Documents;
using NodaTime;
using CohortRole = CohortCourses.Contracts.Cohorts.CohortRole;

namespace CohortCourses.Grains.Cohorts;

[GrainType("cohort")]
internal sealed class CohortGrain(
    [PersistentState("cohort")] IPersistentState<CohortDocument> document,
    TimeProvider clock) : DocumentGrain<Cohort, CohortDocument>(document), ICohortGrain, IRemindable
{
    private readonly Alarm alarm = new("release", clock);
    private readonly RosterLedger roster = new();
    private (Cohort Of, CohortView View)? view;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        alarm.Arm(this, NextRelease, AnnounceReleases);
    }

    public async Task<Outcome> Create(NewCohort cohort)
    {
        var (plan, refused) = await Plan(cohort);
        return plan is null ? refused : await Rearmed(DecideFromNothing(existing => Cohort.Create(existing, plan, Now)));
    }

    public async Task<SchedulePreview> PreviewCreate(NewCohort cohort)
    {
        var (plan, refused) = await Plan(cohort);
        return plan is null ? new(refused, [], []) : Cohort.Create(State, plan, Now).ToPreview(before: State);
    }

    public Task<CohortView?> Get() => Task.FromResult(View);

    public Task<ImmutableArray<MemberView>> Roster() => Task.FromResult(State is { } cohort ? RosterLedger.All(cohort) : []);

    public Task<RosterNews> RosterSince(string? stamp) => Task.FromResult(roster.Since(stamp, State));

    public Task<MemberView?> Member(string learner) =>
        Task.FromResult(State is { } cohort && cohort.Members.TryGetValue(learner, out var member) ? member.ToView(learner) : null);

    public Task<MemberView?> Named(string handle)
    {
        var mark = Handle.Clean(handle).Clean is { } clean ? Handle.Mark(clean) : null;
        var found = State?.Members.FirstOrDefault(member => member.Value.HandleMark == mark);
        return Task.FromResult(found is { Key: not null } known ? known.Value.ToView(known.Key) : null);
    }

    public Task<Outcome> Admit(string learner, CohortRole role, string? track, string handleMark) =>
        OnRoster(learner, cohort => cohort.Admit(learner, role.ToDomain(), track, handleMark, Now));

    public Task<Outcome> MayAdmit(string learner, CohortRole role, string? track, string handleMark) => Task.FromResult(
        State is { } cohort ? cohort.Admit(learner, role.ToDomain(), track, handleMark, Now).ToOutcome() : CohortRejections.Unknown.ToOutcome());

    public Task<Outcome> Remove(string learner) =>
        OnRoster(learner, cohort => cohort.Remove(learner, Now));

    public Task<Outcome> Rename(string learner, string handleMark) =>
        OnRoster(learner, cohort => cohort.Rename(learner, handleMark));

    public Task<Outcome> AssignRole(string learner, CohortRole role) =>
        OnRoster(learner, cohort => cohort.AssignRole(learner, role.ToDomain()));

    public Task<Outcome> SwitchTrack(string learner, string? track) =>
        OnRoster(learner, cohort => cohort.SwitchTrack(learner, track));

    public Task<SchedulePreview> Preview(ScheduleChangeRequest change) =>
        Preview(cohort => cohort.Change(change.ToDomain(), by: "", Now));

    public Task<SchedulePreview> PreviewUndo(string changeId) => Preview(cohort => cohort.Undo(changeId, Now));

    public Task<Outcome> Reschedule(ScheduleChangeRequest change, string by, int? seen = null) =>
        Rearmed(Decide(CohortRejections.Unknown, cohort => cohort.AsSeen(seen, known => known.Change(change.ToDomain(), by, Now)), TellSchedule));

    public Task<Outcome> Undo(string changeId, int? seen = null) =>
        Rearmed(Decide(CohortRejections.Unknown, cohort => cohort.AsSeen(seen, known => known.Undo(changeId, Now)), TellSchedule));

    public Task<ImmutableArray<ReleaseView>> Releases() => Task.FromResult<ImmutableArray<ReleaseView>>(
        State is { } cohort ? [.. cohort.Releases.Values.Select(CohortMapping.ToView)] : []);

    public Task<ImmutableArray<DepartureView>> Departures() => Task.FromResult<ImmutableArray<DepartureView>>(
        State is { } cohort ? [.. cohort.Departures.Select(departure => new DepartureView(departure.Week, departure.Track, departure.People))] : []);

    /// <summary>A tick may come late, twice or early: the rules say what is due.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => AnnounceReleases();

    private Instant Now => clock.GetCurrentInstant();

    /// <summary>Now, if something that is open was not announced; else when the next week opens.</summary>
    private Instant? NextRelease => State is not { } cohort ? null
        : cohort.DueReleases(Now).IsEmpty ? cohort.Schedule.Next(Now)?.OpensAt
        : Now;

    private CohortView? View
    {
        get
        {
            if (State is not { } cohort)
            {
                return null;
            }

            if (view is not { } known || !ReferenceEquals(known.Of, cohort))
            {
                view = known = (cohort, cohort.ToView(this.GetPrimaryKeyString()));
            }

            return known.View;
        }
    }

    /// <summary>The plan for a cohort at this address, or why there can be none.</summary>
    private async Task<(CohortPlan? Plan, Outcome Otherwise)> Plan(NewCohort cohort) =>
        CohortAddress.Check(this.GetPrimaryKeyString()) is { } refused ? (null, refused.ToOutcome())
        : await GrainFactory.Course(cohort.Course).Get() is { } course ? (cohort.ToPlan(course.Outline), Outcome.Ok)
        : (null, Outcome.Refused("course.unknown"));

    /// <summary>Decides about somebody's line of the roster. Who keeps names is to ask again also where the line stays: its name may have changed in case alone.</summary>
    private async Task<Outcome> OnRoster(string learner, Func<Cohort, Decision<Cohort>> rule)
    {
        var outcome = await Decide(CohortRejections.Unknown, rule);
        if (outcome.Accepted)
        {
            roster.Note(learner);
        }

        return outcome;
    }

    private Task<SchedulePreview> Preview(Func<Cohort, Decision<Cohort>> rule) => Task.FromResult(
        State is { } cohort ? rule(cohort).ToPreview(before: cohort) : new(CohortRejections.Unknown.ToOutcome(), [], []));

    private async Task AnnounceReleases()
    {
        await Decide(CohortRejections.Unknown, cohort => cohort.AnnounceReleases(Now), async (before, after) =>
        {
            foreach (var week in after.Releases.Keys.Except(before.Releases.Keys))
            {
                await Publish(EventKinds.ModuleReleased, "week", week);
            }
        });
        await alarm.Reset(this, NextRelease, AnnounceReleases);
    }

    private Task TellSchedule(Cohort before, Cohort after) => Publish(EventKinds.ScheduleChanged, "number", after.NewsCount);

    /// <summary>Sets the alarm to the calendar as it is, also when nothing was new: the first try may have died before this line.</summary>
    private async Task<Outcome> Rearmed(Task<Outcome> deciding)
    {
        var outcome = await deciding;
        if (outcome.Accepted)
        {
            await alarm.Set(this, NextRelease, AnnounceReleases);
        }

        return outcome;
    }

    private Task Publish(string kind, string name, int value) => GrainFactory.Feed(this.GetPrimaryKeyString())
        .Publish(new(kind, string.Create(CultureInfo.InvariantCulture, $$"""{"{{name}}":{{value}}}""")));
}
