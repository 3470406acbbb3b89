using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>What a finding says.</summary>
/// <param name="Recommendation">What to do about it; may be empty until the finding is accepted.</param>
/// <param name="Aim">Where; null until somebody said so.</param>
public sealed record FindingWords(string Statement, string Recommendation, Aim? Aim)
{
    public const int LongestStatement = 400;

    public const int LongestRecommendation = 600;

    internal (FindingWords? Kept, Rejection? Refused) Check()
    {
        var (statement, recommendation) = (WrittenText.Paragraphs(Statement), WrittenText.Paragraphs(Recommendation));
        return statement.Length == 0 ? (null, FindingRejections.StatementEmpty)
            : statement.IsLongerThan(LongestStatement) ? (null, FindingRejections.StatementTooLong)
            : recommendation.IsLongerThan(LongestRecommendation) ? (null, FindingRejections.RecommendationTooLong)
            : Aim is { IsWhole: false } ? (null, FindingRejections.Place)
            : (new(statement, recommendation, Aim), null);
    }
}

/// <summary>What participants are told of a finding in one language: what they said, and what was changed.</summary>
public sealed record PublicWords(string Language, string Said, string Changed)
{
    public const int Longest = 300;

    public const int MostLanguages = 6;

    public const int LongestLanguage = 12;

    /// <summary>The words as they are kept; languages in which nothing is said are left out.</summary>
    internal static (ImmutableArray<PublicWords> Kept, Rejection? Refused) Check(IEnumerable<PublicWords> typed)
    {
        ImmutableArray<PublicWords> kept =
        [
            .. typed.Select(words => words with { Said = WrittenText.Paragraphs(words.Said), Changed = WrittenText.Paragraphs(words.Changed) })
                .Where(words => words.Said.Length + words.Changed.Length > 0)
                .OrderBy(words => words.Language, StringComparer.Ordinal),
        ];
        return kept.Length > MostLanguages || kept.Any(words => words.Language is not { Length: > 0 and <= LongestLanguage }) ? ([], FindingRejections.Languages)
            : kept.DistinctBy(words => words.Language).Count() < kept.Length ? ([], FindingRejections.Languages)
            : kept.Any(words => words.Said.Length == 0 || words.Changed.Length == 0) ? ([], FindingRejections.PublicHalf)
            : kept.Any(words => words.Said.IsLongerThan(Longest) || words.Changed.IsLongerThan(Longest)) ? ([], FindingRejections.PublicTooLong)
            : (kept, null);
    }
}
