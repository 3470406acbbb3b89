namespace CohortCourses.Domain.Evaluation;

/// <summary>Words that somebody wrote and agreed to be quoted without a name.</summary>
/// <param name="Text">The study key of the text they stand in, under which the quote is found when its author is erased.</param>
public sealed record Quote(string Text, string Words)
{
    public const int Longest = 600;
}

/// <summary>One thing that a finding rests on: a figure as it stood, or a quote.</summary>
/// <param name="Id">Made by who adds it; the same id twice is one.</param>
public sealed record Evidence(string Id, FrozenFigure? Figure, Quote? Quote)
{
    /// <summary>The evidence as it is kept, or nothing if it may not be.</summary>
    internal Evidence? Kept() => this switch
    {
        { Figure: { } figure, Quote: null } => figure.Kept() is { } kept ? this with { Figure = kept } : null,
        { Figure: null, Quote: { } quote } => WrittenText.Paragraphs(quote.Words) is { Length: > 0 } words && !words.IsLongerThan(Quote.Longest)
            ? this with { Quote = quote with { Words = words } }
            : null,
        _ => null,
    };
}
