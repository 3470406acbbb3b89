using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Evaluation;

/// <summary>Counts, keeps what was counted for a minute, and hands it out.</summary>
[GrainType("evaluation")]
internal sealed class EvaluationGrain(TimeProvider clock) : Grain, IEvaluationGrain
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private Counted? counted;
    private QuestionsView? questions;

    private string Cohort => this.GetPrimaryKeyString();

    public async Task<EvaluationReply> Get(ImmutableArray<FilterView> filter, bool anew = false)
    {
        if (await Count(anew) is not { } known)
        {
            return new(Outcome.Refused("cohort.unknown"), null, null);
        }

        var (group, refused) = known.Filter(filter);
        return new(refused, known.View, group);
    }

    public async Task<QuestionsReply> Questions(ImmutableArray<FilterView> filter, bool anew = false)
    {
        if (await Count(anew) is not { } known)
        {
            return new(Outcome.Refused("cohort.unknown"), null, null);
        }

        if (questions?.AsOf != known.View.AsOf)
        {
            questions = await new FormGathering(GrainFactory, Cohort, known).Count(clock.GetUtcNow());
        }

        var (group, refused) = known.Filter(filter);
        return new(refused, questions, group);
    }

    public async Task<ImmutableArray<KeyFigureView>> Figures() =>
        await Questions([]) is { View: { } answers } && counted is { } known ? KeyFigures.Of(known.View, answers) : [];

    private async Task<Counted?> Count(bool anew)
    {
        var now = clock.GetUtcNow();
        if (!anew && counted is { } known && now - known.View.AsOf < Fresh && now >= known.View.AsOf)
        {
            return known;
        }

        if (await GrainFactory.Cohort(Cohort).Get() is not { } cohort)
        {
            return null;
        }

        var calendar = new OpenWeeks(cohort, now);
        var (learners, people) = await Gathering.Participants(GrainFactory, cohort, calendar);
        var figures = CohortFigures.Of(people, calendar.Count, cohort.ModulesNeeded >= cohort.Weeks.Count(week => !week.Skipped));
        counted = new(learners, figures.Breakdowns, figures.ToView(cohort, calendar, now, await Gathering.Talk(GrainFactory, Cohort, calendar)));
        return counted;
    }
}

/// <summary>What was counted, of whom, and how they may be told apart.</summary>
/// <param name="Learners">In the order in which the breakdowns count them.</param>
internal sealed record Counted(ImmutableArray<string> Learners, Breakdowns Breakdowns, EvaluationView View)
{
    public (GroupView? Group, Outcome Refused) Filter(ImmutableArray<FilterView> filter)
    {
        if (filter.IsEmpty)
        {
            return (null, Outcome.Ok);
        }

        var (group, refused) = Breakdowns.Filter([.. filter.Select(by => (by.Attribute, by.Value))]);
        return (group?.ToView(), refused?.ToOutcome() ?? Outcome.Ok);
    }
}
