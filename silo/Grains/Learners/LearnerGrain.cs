using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Domain;
using CohortCourses.Domain.Learners;
using CohortCourses.Domain.People;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Learners;

[GrainType("learner")]
internal sealed class LearnerGrain(
    [PersistentState("learner")] IPersistentState<LearnerDocument> document,
    TimeProvider clock) : DocumentGrain<Learner, LearnerDocument>(document), ILearnerGrain
{
    private string Id => this.GetPrimaryKeyString();

    /// <summary>A change of name that was cut short goes on before anybody is told a name.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        foreach (var cohort in State?.Enrolments.Where(enrolment => enrolment.Value.Renaming is not null).Select(enrolment => enrolment.Key).ToArray() ?? [])
        {
            await Settle(cohort, State!.Enrolments[cohort].Renaming!);
        }
    }

    public Task<Outcome> Register(PreferencesView preferences) =>
        DecideFromNothing(existing => Learner.Register(existing, preferences.ToDomain(), clock.GetCurrentInstant()));

    public Task<LearnerView?> Get() => Task.FromResult(State?.ToView(Id));

    public Task<Outcome> Prefer(PreferencesView preferences) => Decide(learner => learner.Prefer(preferences.ToDomain()));

    public async Task<Outcome> Join(JoinCohort join)
    {
        var (handle, refused) = Handle.Clean(join.Handle);
        if (handle is null)
        {
            return refused!.ToOutcome();
        }

        if (State is not { } learner)
        {
            return EnrolmentRejections.UnknownLearner.ToOutcome();
        }

        var cohort = GrainFactory.Cohort(join.Cohort);
        var known = learner.Enrolments.GetValueOrDefault(join.Cohort);
        if (known is not null && await cohort.Member(Id) is not null)
        {
            return await cohort.Admit(Id, join.Role, join.Track, Handle.Mark(known.Handle));
        }

        var allowed = await cohort.MayAdmit(Id, join.Role, join.Track, Handle.Mark(handle));
        if (!allowed.Accepted)
        {
            return allowed;
        }

        // The learner's part comes first. Should the process die in between, nobody sits on a seat: an enrolment without one is what whoever was
        // taken out has as well, and joining is how they come back.
        var prepared = known is null
            ? await Enrol(learner, join, handle)
            : await Decide(current => current.In(join.Cohort, enrolment => enrolment.Return(handle, join.Research)));
        if (!prepared.Accepted)
        {
            return prepared;
        }

        var admitted = await cohort.Admit(Id, join.Role, join.Track, Handle.Mark(handle));
        if (!admitted.Accepted)
        {
            await Decide(_ => learner);
        }

        return admitted;
    }

    public async Task<Outcome> MayJoin(JoinCohort join)
    {
        var (handle, refused) = Handle.Clean(join.Handle);
        return handle is null ? refused!.ToOutcome() : await GrainFactory.Cohort(join.Cohort).MayAdmit(Id, join.Role, join.Track, Handle.Mark(handle));
    }

    public async Task<Outcome> Rename(string cohort, string handle)
    {
        var (clean, refused) = Handle.Clean(handle);
        if (clean is null)
        {
            return refused!.ToOutcome();
        }

        if (State?.Enrolments.ContainsKey(cohort) != true)
        {
            return EnrolmentRejections.NotEnrolled.ToOutcome();
        }

        var asked = await In(cohort, enrolment => enrolment.AskFor(clean));
        return asked.Accepted ? await Settle(cohort, clean) : asked;
    }

    public Task<string?> HandleIn(string cohort) =>
        Task.FromResult(State is { } learner && learner.Enrolments.TryGetValue(cohort, out var enrolment) ? enrolment.Handle : null);

    public async Task<EnrolmentView?> Enrolment(string cohort)
    {
        if (State is null || !State.Enrolments.TryGetValue(cohort, out var enrolment))
        {
            return null;
        }

        var grain = GrainFactory.Cohort(cohort);
        if (await grain.Get() is not { } view || await grain.Member(Id) is not { } member)
        {
            return null;
        }

        var answered = view.FormsNeeded.IsEmpty ? [] : await GrainFactory.Forms(cohort).AnsweredBy(Id, view.FormsNeeded);
        return enrolment.ToView(view, member, answered, clock.GetUtcNow());
    }

    public Task<DateTimeOffset?> LastSeen(string cohort) => Task.FromResult(
        State is { } learner && learner.Enrolments.TryGetValue(cohort, out var enrolment) && !enrolment.IsPaused ? enrolment.LastSeen.ToOffset() : (DateTimeOffset?)null);

    public Task<ProgressView?> Progress(string cohort) => Task.FromResult(
        State is { } learner && learner.Enrolments.TryGetValue(cohort, out var enrolment) ? enrolment.ToProgress(learner.Preferences) : null);

    public Task<Outcome> Complete(string cohort, int week) =>
        InWeek(cohort, week, (enrolment, isOpen) => enrolment.Complete(week, isOpen, clock.GetCurrentInstant()));

    public Task<Outcome> Reopen(string cohort, int week) =>
        InWeek(cohort, week, (enrolment, _) => enrolment.Reopen(week));

    public Task<Outcome> Read(string cohort, int week, string? changeNote) =>
        InWeek(cohort, week, (enrolment, isOpen) => enrolment.Read(week, changeNote, isOpen, clock.GetCurrentInstant()));

    public Task<Outcome> Extend(string cohort, int week, int days) =>
        InWeek(cohort, week, (enrolment, _) => enrolment.Extend(week, days));

    public Task<Outcome> SeeNews(string cohort, int number) => In(cohort, enrolment => enrolment.SeeNews(number));

    public Task<Outcome> Pause(string cohort) => In(cohort, enrolment => enrolment.PauseAt(clock.GetCurrentInstant()));

    public Task<Outcome> Resume(string cohort) => In(cohort, enrolment => enrolment.ResumeAt(clock.GetCurrentInstant()));

    public Task<Outcome> AgreeToResearch(string cohort, bool agrees) => In(cohort, enrolment => enrolment.AgreeToResearch(agrees));

    public async Task<Outcome> Leave(string cohort)
    {
        await GrainFactory.Cohort(cohort).Remove(Id);
        return await Decide(learner => learner.Leave(cohort));
    }

    public async Task Erase()
    {
        foreach (var cohort in State?.Enrolments.Keys ?? [])
        {
            await GrainFactory.Cohort(cohort).Remove(Id);
        }

        await Forget();
    }

    /// <summary>Reserves the name that was asked for and goes by it. Nobody can ask for the name meanwhile, so who hears that it changed is told the new one.</summary>
    private async Task<Outcome> Settle(string cohort, string asked)
    {
        Outcome reserved;
        try
        {
            reserved = await GrainFactory.Cohort(cohort).Rename(Id, Handle.Mark(asked));
        }
        catch
        {
            // Whether it is reserved is not known; whoever wakes the learner asks again.
            DeactivateOnIdle();
            throw;
        }

        var settled = await In(cohort, enrolment => enrolment.Rename(reserved.Accepted));
        return reserved.Accepted ? settled : reserved;
    }

    private Task<Outcome> Decide(Func<Learner, Decision<Learner>> rule) => Decide(EnrolmentRejections.UnknownLearner, rule);

    private Task<Outcome> In(string cohort, Func<Enrolment, Decision<Enrolment>> rule) =>
        Decide(learner => learner.In(cohort, rule));

    /// <summary>Decides about a week that the cohort has; whether it is open is the cohort's to say.</summary>
    private async Task<Outcome> InWeek(string cohort, int week, Func<Enrolment, bool, Decision<Enrolment>> rule)
    {
        if (State?.Enrolments.ContainsKey(cohort) != true)
        {
            return EnrolmentRejections.NotEnrolled.ToOutcome();
        }

        return (await GrainFactory.Cohort(cohort).Get())?.Week(week) is { } known
            ? await In(cohort, enrolment => rule(enrolment, known.IsOpenAt(clock.GetUtcNow())))
            : EnrolmentRejections.NoSuchWeek.ToOutcome();
    }

    private async Task<Outcome> Enrol(Learner learner, JoinCohort join, string handle)
    {
        var (enrolment, otherwise) = await Begin(learner, join, handle);
        return enrolment is null ? otherwise : await Decide(current => current.Enrol(join.Cohort, enrolment with { Research = join.Research }));
    }

    /// <summary>A fresh enrolment, or one that brings the work of an earlier cohort of the same course.</summary>
    private async Task<(Enrolment? Enrolment, Outcome Otherwise)> Begin(Learner learner, JoinCohort join, string handle)
    {
        var now = clock.GetCurrentInstant();
        if (join.ContinueFrom is not { } from)
        {
            return (Domain.Learners.Enrolment.Begin(handle, now), Outcome.Ok);
        }

        if (!learner.Enrolments.TryGetValue(from, out var earlier))
        {
            return (null, EnrolmentRejections.NotEnrolled.ToOutcome());
        }

        var then = await GrainFactory.Cohort(from).Get();
        var next = await GrainFactory.Cohort(join.Cohort).Get();
        return then is not null && next is not null && then.Course == next.Course
            ? (earlier.ContinueIn(handle, from, [.. then.Weeks.Select(week => week.WeekId)], [.. next.Weeks.Select(week => week.WeekId)], now), Outcome.Ok)
            : (null, EnrolmentRejections.OtherCourse.ToOutcome());
    }
}
