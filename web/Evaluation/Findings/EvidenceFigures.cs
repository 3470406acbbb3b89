using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>The figures of a cohort as they stand now, to be kept as evidence or as the baseline of the next phase.</summary>
internal static class EvidenceFigures
{
    public static async Task<ImmutableArray<FrozenFigureView>> OfAsync(IGrainFactory grains, string cohort, Words words)
    {
        var evaluation = grains.Evaluation(cohort);
        if ((await evaluation.Get([])).View is not { } view)
        {
            return [];
        }

        var names = new FigureNames(words, await grains.Forms(cohort).List());
        return
        [
            new("joined", words["evidence.joined"], view.Joined, FigureUnit.Count, view.Joined, null, null, view.AsOf),
            .. (await evaluation.Figures()).Select(figure => names.Frozen(figure, view.AsOf)),
        ];
    }
}
