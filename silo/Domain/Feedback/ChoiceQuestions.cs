using System.Collections.Immutable;

namespace CohortCourses.Domain.Feedback;

/// <summary>One of the choices.</summary>
public sealed record OneChoice(string Id, bool Required, Condition? ShownIf, string Wording, ImmutableArray<string> Choices)
    : Question(Id, Required, ShownIf, Wording)
{
    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given) => given switch
    {
        _ when given.Except(Choices, StringComparer.Ordinal).Any() => Refuse(FeedbackRejections.UnknownChoice),
        _ when given.Distinct(StringComparer.Ordinal).Count() > 1 => Refuse(FeedbackRejections.OneOnly),
        _ => Keep(given.Take(1)),
    };
}

/// <summary>Any of the choices, which are kept in the form's order.</summary>
/// <param name="Most">How many may be picked.</param>
/// <param name="Alone">The choice that goes with no other.</param>
public sealed record SeveralChoices(string Id, bool Required, Condition? ShownIf, string Wording, ImmutableArray<string> Choices, int Most, string? Alone)
    : Question(Id, Required, ShownIf, Wording)
{
    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given)
    {
        var picked = Choices.Intersect(given, StringComparer.Ordinal).ToImmutableArray();
        return given switch
        {
            _ when given.Except(Choices, StringComparer.Ordinal).Any() => Refuse(FeedbackRejections.UnknownChoice),
            _ when picked.Length > Most => Refuse(FeedbackRejections.TooMany(Most)),
            _ when Alone is not null && picked.Length > 1 && picked.Contains(Alone) => Refuse(FeedbackRejections.GoesAlone),
            _ => Keep(picked),
        };
    }
}

/// <summary>Choices in order of preference, the first one first; not all of them have to be ranked.</summary>
public sealed record Ranking(string Id, bool Required, Condition? ShownIf, string Wording, ImmutableArray<string> Choices, int Most)
    : Question(Id, Required, ShownIf, Wording)
{
    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given) => given switch
    {
        _ when given.Except(Choices, StringComparer.Ordinal).Any() => Refuse(FeedbackRejections.UnknownChoice),
        _ when given.Distinct(StringComparer.Ordinal).Count() < given.Length => Refuse(FeedbackRejections.RankedTwice),
        _ when given.Length > Most => Refuse(FeedbackRejections.TooMany(Most)),
        _ => Keep(given),
    };

    /// <summary>As <c>choice:rank</c>, from 1.</summary>
    public override IEnumerable<string> Counted(ImmutableArray<string> kept) =>
        kept.Select((choice, index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{choice}:{index + 1}"));
}
