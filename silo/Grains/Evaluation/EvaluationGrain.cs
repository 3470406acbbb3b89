using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Evaluation;

/// <summary>
/// Counts, keeps what was counted for a minute, and hands it out. Of a large cohort it hands out what was counted last, which says when that was,
/// and counts again meanwhile; that is kept on disk, so that nobody waits after a restart either.
/// </summary>
[GrainType("evaluation")]
internal sealed class EvaluationGrain(TimeProvider clock) : Grain, IEvaluationGrain
{
    private const int Large = KeptFigures.Large;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private EvaluationView? view;
    private Counted? counted;
    private QuestionsView? questions;
    private IGrainTimer? counting;

    private string Cohort => this.GetPrimaryKeyString();

    private KeptFigures<EvaluationView> Overview => new(GrainFactory, Cohort, "overview");

    private KeptFigures<QuestionsView> Answers => new(GrainFactory, Cohort, "questions");

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => view = await Overview.Read();

    public async Task<EvaluationReply> Get(ImmutableArray<FilterView> filter, bool anew = false)
    {
        if (await Known(anew) is not { } known)
        {
            return new(Outcome.Refused("cohort.unknown"), null, null);
        }

        var (group, refused) = Filtered(known.Attributes, filter);
        return new(refused, known, group);
    }

    public async Task<QuestionsReply> Questions(ImmutableArray<FilterView> filter, bool anew = false)
    {
        if (await Known(anew) is not { } known)
        {
            return new(Outcome.Refused("cohort.unknown"), null, null);
        }

        questions ??= await Answers.Read();
        if (questions is not { } last || anew || (last.AsOf != known.AsOf && known.Joined <= Large))
        {
            last = await CountAnswers(known);
        }
        else if (last.AsOf != known.AsOf)
        {
            CountSoon();
        }

        var (group, refused) = Filtered(last.Attributes, filter);
        return new(refused, last, group);
    }

    public async Task<ImmutableArray<KeyFigureView>> Figures() =>
        await Questions([]) is { View: { } answers } && view is { } known ? KeyFigures.Of(known, answers) : [];

    private async Task<EvaluationView?> Known(bool anew)
    {
        if (view is { } known && !anew)
        {
            var now = clock.GetUtcNow();
            if (now - known.AsOf < Fresh && now >= known.AsOf)
            {
                return known;
            }

            if (known.Joined > Large)
            {
                CountSoon();
                return known;
            }
        }

        return (await Count())?.View;
    }

    private void CountSoon() => counting ??= this.RegisterGrainTimer(
        async _ =>
        {
            try
            {
                if (await Count() is { View: var known } && questions is not null)
                {
                    await CountAnswers(known);
                }
            }
            finally
            {
                counting?.Dispose();
                counting = null;
            }
        },
        new GrainTimerCreationOptions(KeptFigures.Soon, Timeout.InfiniteTimeSpan) { Interleave = true });

    private async Task<Counted?> Count()
    {
        var now = clock.GetUtcNow();
        if (await GrainFactory.Cohort(Cohort).Get() is not { } cohort)
        {
            return null;
        }

        var calendar = new OpenWeeks(cohort, now);
        var (learners, people) = await Gathering.Participants(GrainFactory, cohort, calendar);
        var figures = CohortFigures.Of(people, calendar.Count, cohort.ModulesNeeded >= cohort.Weeks.Count(week => !week.Skipped));
        var made = new Counted(learners, figures.Breakdowns, figures.ToView(cohort, calendar, now, await Gathering.Talk(GrainFactory, Cohort, calendar)));
        await Overview.Keep(made.View, made.View.Joined);
        (counted, view) = (made, made.View);
        return made;
    }

    /// <param name="known">What was counted of the same people.</param>
    private async Task<QuestionsView> CountAnswers(EvaluationView known)
    {
        if ((counted?.View == known ? counted : await Count()) is not { } people)
        {
            throw new InvalidOperationException($"The cohort {Cohort} is gone while it is counted.");
        }

        var made = await new FormGathering(GrainFactory, Cohort, people).Count(clock.GetUtcNow());
        await Answers.Keep(made, people.View.Joined);
        questions = made;
        return made;
    }

    private static (GroupView? Group, Outcome Refused) Filtered(ImmutableArray<AttributeView> attributes, ImmutableArray<FilterView> filter)
    {
        if (filter.IsEmpty)
        {
            return (null, Outcome.Ok);
        }

        var (group, refused) = Breakdowns.Filter(
            [.. filter.Select(by => (by.Attribute, by.Value))],
            (name, value) => attributes.FirstOrDefault(attribute => attribute.Attribute == name)?.Groups.FirstOrDefault(group => group.Values.Contains(value, StringComparer.Ordinal)));
        return (group, refused?.ToOutcome() ?? Outcome.Ok);
    }
}

/// <summary>What was counted, of whom, and how they may be told apart.</summary>
/// <param name="Learners">In the order in which the breakdowns count them; empty for who left for good.</param>
internal sealed record Counted(ImmutableArray<string> Learners, Breakdowns Breakdowns, EvaluationView View);
