using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>The figures of a cohort one by one, as findings rest on them and as phases are compared by them.</summary>
internal static class EvidenceFigures
{
    public static async Task<ImmutableArray<FrozenFigureView>> OfAsync(IGrainFactory grains, string cohort, Words words)
    {
        if ((await grains.Evaluation(cohort).Get([])).View is not { } view)
        {
            return [];
        }

        return
        [
            new("joined", words["evidence.joined"], view.Joined, FigureUnit.Count, view.Joined, null, null, view.AsOf),
            .. Retention(view, words),
            .. Shares(view, view.Stages, "stage", words, name: null),
            .. view.Weeks.Zip(view.Reading).SelectMany(week => Shares(view, week.Second, "reading", words, week.First)),
            .. Shares(view, view.Voices, "voice", words, name: null),
        ];
    }

    private static IEnumerable<FrozenFigureView> Retention(EvaluationView view, Words words) => view.Retention.Steps.Select(step => new FrozenFigureView(
        string.Create(CultureInfo.InvariantCulture, $"retention/{step.Week}"),
        words.Get("evidence.retention", ("week", step.Week)),
        step.Share,
        FigureUnit.Share,
        view.Retention.N,
        step.Low,
        step.High,
        view.AsOf));

    private static IEnumerable<FrozenFigureView> Shares(EvaluationView view, FigureView figure, string key, Words words, int? name) =>
        figure.Outcomes.Zip(figure.Shares).Where(outcome => outcome.Second.N > 0).Select(outcome => new FrozenFigureView(
            string.Create(CultureInfo.InvariantCulture, $"{key}{(name is { } week ? $"-{week}" : "")}/{string.Join('+', outcome.First.Values)}"),
            name is { } number ? words.Get("evidence.in-week", ("week", number), ("what", words.Outcome(key, outcome.First))) : words.Outcome(key, outcome.First),
            outcome.Second.Share,
            FigureUnit.Share,
            outcome.Second.N,
            outcome.Second.Low,
            outcome.Second.High,
            view.AsOf));
}
