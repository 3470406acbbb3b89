namespace CohortCourses.Contracts.Evaluation;

/// <summary>
/// A page of what was counted of a large cohort, keyed by <c>cohort/what/n</c> from 1. It may be lost: it is counted again. Only the grain that
/// counts calls it.
/// </summary>
[Alias("kept-page")]
public interface IKeptPageGrain : IGrainWithStringKey
{
    [Alias("keep")]
    Task Keep(KeptPage page);

    /// <summary>The page, or null; it goes out of memory, for it is read once after a start.</summary>
    [ReadOnly, Alias("read-through")]
    Task<KeptPage?> ReadThrough();

    [Alias("clear")]
    Task Clear();
}

/// <param name="Count">Stands for one count: pages of two do not belong together.</param>
/// <param name="Shape">Of the figures that are packed; those of another version have another.</param>
/// <param name="Pages">How many pages this count has.</param>
/// <param name="Packed">Base 64, 48,000 characters at most.</param>
[GenerateSerializer, Immutable, Alias("evaluation.kept-page")]
public sealed record KeptPage(string Count, int Shape, int Pages, string Packed);
