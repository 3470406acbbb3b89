using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Domain.Feedback;
using CohortCourses.Grains.Feedback;
using FormKind = CohortCourses.Contracts.Feedback.FormKind;
using FormLevel = CohortCourses.Contracts.Feedback.FormLevel;

namespace CohortCourses.Grains.Evaluation;

/// <summary>Asks the forms of a cohort for their answers, and counts them.</summary>
internal sealed class FormGathering(IGrainFactory grains, string cohort, Counted known)
{
    private const int PagesAtOnce = 32;

    public async Task<QuestionsView> Count(DateTimeOffset now)
    {
        var forms = await grains.Forms(cohort).List();
        var figures = ImmutableArray.CreateBuilder<FormFiguresView>(forms.Length);
        foreach (var form in forms)
        {
            figures.Add(await Figures(form, now));
        }

        return new(cohort, known.View.AsOf, known.View.Attributes, figures.MoveToImmutable(), await Changes(forms));
    }

    private async Task<FormFiguresView> Figures(FormView form, DateTimeOffset now)
    {
        var (answered, questions) = await Counted(form);
        return new(form.Id, form.Definition.Form, form.Definition.Kind, form.Definition.Level, form.Week, form.OpenedAt, form.IsOpenAt(now), answered, questions);
    }

    /// <summary>Of an anonymous form evaluators are told what everybody is who may see its results, so that the two cannot be subtracted.</summary>
    private async Task<(FigureView Answered, ImmutableArray<QuestionFigureView> Questions)> Counted(FormView form)
    {
        var grain = grains.Form(cohort, form.Id);
        if (form.Definition.Level == FormLevel.Anonymous)
        {
            var answered = (await (known.View.Joined > KeptFigures.Large ? grain.Recorded() : grain.Respondents())).ToHashSet(StringComparer.Ordinal);
            return (FormFigures.Participants(known.Breakdowns, [.. known.Learners.Select(answered.Contains)]).ToView(), (await grain.Results()).Questions);
        }

        var responses = await Responses(grain);
        var figures = FormFigures.Of(known.Breakdowns, Rules(form), [.. known.Learners.Select(learner => responses.GetValueOrDefault(learner))]);
        return (figures.Answered.ToView(), [.. figures.Questions.Select(FigureMapping.ToView)]);
    }

    /// <summary>The first form before with the last one after, if they were answered under the same promise.</summary>
    private async Task<ImmutableArray<PairedView>> Changes(ImmutableArray<FormView> forms)
    {
        if (forms.FirstOrDefault(form => form.Definition.Kind == FormKind.Before) is not { } before
            || forms.LastOrDefault(form => form.Definition.Kind == FormKind.After && (form.Definition.Level == FormLevel.Anonymous) == (before.Definition.Level == FormLevel.Anonymous)) is not { } after)
        {
            return [];
        }

        var (earlier, later) = (await Paired(before), await Paired(after));
        var pairs = earlier.Where(answer => later.ContainsKey(answer.Key)).Select(answer => (answer.Value, later[answer.Key])).ToList();
        return [.. PairedFigures.Of(Rules(before), Rules(after), pairs, []).Select(figure => figure.ToView(before.Id, after.Id))];
    }

    /// <summary>Answers by the person who gave them, or by the code of a ballot. A code that two ballots have pairs neither.</summary>
    private async Task<Dictionary<string, Response>> Paired(FormView form)
    {
        var grain = grains.Form(cohort, form.Id);
        if (form.Definition.Level != FormLevel.Anonymous)
        {
            return await Responses(grain);
        }

        var ballots = await Pages(grain, grain.Ballots);
        return ballots.Where(ballot => ballot.Pair is not null).GroupBy(ballot => ballot.Pair!, StringComparer.Ordinal).Where(code => code.Count() == 1)
            .ToDictionary(code => code.Key, code => code.Single().Answers.ToResponse(), StringComparer.Ordinal);
    }

    private static async Task<Dictionary<string, Response>> Responses(IFormGrain grain) =>
        (await Pages(grain, grain.Responses)).ToDictionary(response => response.Learner, response => response.Answers.ToResponse(), StringComparer.Ordinal);

    /// <summary>All pages of the answers to a form, many at a time.</summary>
    internal static async Task<List<T>> Pages<T>(IFormGrain grain, Func<int, Task<ImmutableArray<T>>> page)
    {
        var all = new List<T>();
        foreach (var part in Enumerable.Range(1, await grain.Pages()).Chunk(PagesAtOnce))
        {
            foreach (var read in await Task.WhenAll(part.Select(page)))
            {
                all.AddRange(read);
            }
        }

        return all;
    }

    private static FormRules Rules(FormView form) => form.Definition.ToDocument().ToRules();
}
