using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How far two coders agree on whether one code is in a text.</summary>
public sealed record CodeAgreement(string Code, Agreement Agreement, int Both, int FirstOnly, int SecondOnly);

/// <summary>A text that two coders see differently.</summary>
public sealed record CodedApart(string Text, ImmutableArray<string> Both, ImmutableArray<string> FirstOnly, ImmutableArray<string> SecondOnly);

/// <summary>Two coders' readings of the same texts, side by side: for every text and code, whether it is there.</summary>
/// <param name="Overall">Over all texts and all codes that either used.</param>
public sealed record Comparison(Agreement Overall, ImmutableArray<CodeAgreement> Codes, ImmutableArray<CodedApart> Apart)
{
    /// <param name="texts">All texts that both have read.</param>
    public static Comparison Of(Codebook book, IReadOnlyList<string> texts, IEnumerable<Passage> first, IEnumerable<Passage> second)
    {
        var (one, other) = (Presence(book, first), Presence(book, second));
        ImmutableArray<string> codes =
        [
            .. book.Standing.Select(code => code.Id).Where(code => texts.Any(text => one.Contains((text, code)) || other.Contains((text, code)))),
        ];
        var pairs = codes.ToDictionary(code => code, code => texts.Select(text => (one.Contains((text, code)), other.Contains((text, code)))).ToList(), StringComparer.Ordinal);
        return new(
            Agreement.Of(codes.SelectMany(code => pairs[code])),
            [.. codes.Select(code => new CodeAgreement(code, Agreement.Of(pairs[code]), pairs[code].Count(pair => pair is (true, true)), pairs[code].Count(pair => pair is (true, false)), pairs[code].Count(pair => pair is (false, true))))],
            [.. texts.Select(text => Differs(text, codes, one, other)).Where(apart => !apart.FirstOnly.IsEmpty || !apart.SecondOnly.IsEmpty)]);
    }

    /// <summary>Which code is in which text, as the codebook has it by now.</summary>
    public static HashSet<(string Text, string Code)> Presence(Codebook book, IEnumerable<Passage> passages) =>
        [.. passages.Select(passage => (passage.Text, Code: book.Resolve(passage.Code)?.Id)).Where(found => found.Code is not null).Select(found => (found.Text, found.Code!))];

    private static CodedApart Differs(string text, ImmutableArray<string> codes, HashSet<(string, string)> one, HashSet<(string, string)> other) => new(
        text,
        [.. codes.Where(code => one.Contains((text, code)) && other.Contains((text, code)))],
        [.. codes.Where(code => one.Contains((text, code)) && !other.Contains((text, code)))],
        [.. codes.Where(code => !one.Contains((text, code)) && other.Contains((text, code)))]);
}
