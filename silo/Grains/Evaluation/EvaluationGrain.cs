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

    private (CohortFigures Figures, EvaluationView View)? counted;

    private string Cohort => this.GetPrimaryKeyString();

    public async Task<EvaluationReply> Get(ImmutableArray<FilterView> filter, bool anew = false)
    {
        if (await Count(anew) is not var (figures, view))
        {
            return new(Outcome.Refused("cohort.unknown"), null, null);
        }

        if (filter.IsEmpty)
        {
            return new(Outcome.Ok, view, null);
        }

        var (group, refused) = figures.Breakdowns.Filter([.. filter.Select(by => (by.Attribute, by.Value))]);
        return new(refused?.ToOutcome() ?? Outcome.Ok, view, group?.ToView());
    }

    private async Task<(CohortFigures Figures, EvaluationView View)?> Count(bool anew)
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
        var people = await Gathering.Participants(GrainFactory, cohort, calendar);
        var figures = CohortFigures.Of(people, calendar.Count, cohort.ModulesNeeded >= cohort.Weeks.Count(week => !week.Skipped));
        counted = (figures, figures.ToView(cohort, calendar, now, await Gathering.Talk(GrainFactory, Cohort, calendar)));
        return counted;
    }
}
