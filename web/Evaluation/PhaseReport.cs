using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>Everything that a report of a phase tells, gathered at one moment.</summary>
/// <param name="Compared">Beside the phase before; null if there is none.</param>
/// <param name="Findings">What was concluded and accepted.</param>
public sealed record PhaseReport(
    CohortView Cohort,
    EvaluationView View,
    OverviewPictures Overview,
    QuestionPictures Questions,
    PhaseComparison? Compared,
    string? Previous,
    FigureNames Names,
    IReadOnlyList<FindingView> Findings)
{
    /// <summary>Null if there is no such cohort any more.</summary>
    public static async Task<PhaseReport?> OfAsync(IGrainFactory grains, CohortView cohort, Words words)
    {
        var evaluation = grains.Evaluation(cohort.Cohort);
        if (await evaluation.Get([]) is not { View: { } view } || await evaluation.Questions([]) is not { View: { } questions })
        {
            return null;
        }

        var forms = await grains.Forms(cohort.Cohort).List();
        var compared = (await grains.Comparison(cohort.Cohort).With(null)).View;
        return new(
            cohort,
            view,
            new(view, null, null, words),
            new(questions, forms, null, words),
            compared,
            compared is null ? null : (await grains.Cohort(compared.Other).Get())?.Name ?? compared.Other,
            new(words, compared is null ? forms : [.. await grains.Forms(compared.Other).List(), .. forms]),
            [.. (await grains.Findings(cohort.Cohort).List()).Where(finding => finding.IsAccepted)]);
    }

    /// <summary>Differences whose interval leaves out that there is none; each figure of a report is one of many, so some will do so by chance.</summary>
    public IEnumerable<ComparedView> Differing => Compared?.Figures.Where(figure => figure is { Low: > 0 } or { High: < 0 }) ?? [];

    public IEnumerable<Picture> Pictures => Overview.All.Concat(Questions.All);
}
