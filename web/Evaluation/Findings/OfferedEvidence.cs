using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>What a finding may rest on: figures as they stand now, and passages that may be quoted.</summary>
public sealed record OfferedEvidence(IReadOnlyList<FrozenFigureView> Figures, IReadOnlyList<(string Passage, QuoteView Quote)> Quotes)
{
    public string NewId { get; } = FormIds.New();

    public FrozenFigureView? Figure(string? key) => Figures.FirstOrDefault(figure => figure.Key == key);

    public QuoteView? Quote(string? passage) => Quotes.FirstOrDefault(one => one.Passage == passage).Quote;

    /// <param name="coder">Quotes are offered from what this evaluator coded, and how far they agree with others.</param>
    public static async Task<OfferedEvidence> OfAsync(IGrainFactory grains, string cohort, Reader reader, string coder) => new(
        [.. await EvidenceFigures.OfAsync(grains, cohort, reader.Words), .. await CodedFigures.OfAsync(grains, cohort, reader, coder)],
        [
            .. (await FoundPassage.OfAsync(grains, cohort, coder)).Where(found => found.Passage.MayQuote)
                .Select(found => (found.Passage.Id, new QuoteView(found.Passage.Text, found.Words))),
        ]);
}
