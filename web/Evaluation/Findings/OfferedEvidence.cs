using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Shared;

namespace CohortCourses.Web.Evaluation;

/// <summary>What a finding may rest on: figures as they stand now, and passages that may be quoted.</summary>
public sealed record OfferedEvidence(IReadOnlyList<FrozenFigureView> Figures, IReadOnlyList<(string Passage, QuoteView Quote)> Quotes)
{
    public string NewId { get; } = FormIds.New();

    public FrozenFigureView? Figure(string? key) => Figures.FirstOrDefault(figure => figure.Key == key);

    public QuoteView? Quote(string? passage) => Quotes.FirstOrDefault(one => one.Passage == passage).Quote;

    public static Task<OfferedEvidence> OfAsync(IGrainFactory grains, string cohort, string reader) => Task.FromResult(new OfferedEvidence([], []));
}
