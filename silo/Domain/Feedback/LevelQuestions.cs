using System.Collections.Immutable;
using System.Globalization;

namespace CohortCourses.Domain.Feedback;

/// <summary>A level: of a scale from 1 on, of a recommendation from 0 to 10.</summary>
public sealed record Scale(string Id, bool Required, Condition? ShownIf, string Wording, int Least, int Most)
    : Question(Id, Required, ShownIf, Wording)
{
    public static Scale OfRecommendation(string id, bool required, Condition? shownIf, string wording) => new(id, required, shownIf, wording, 0, 10);

    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given) => given switch
    {
        _ when !given.All(IsLevel) => Refuse(FeedbackRejections.UnknownChoice),
        _ when given.Distinct(StringComparer.Ordinal).Count() > 1 => Refuse(FeedbackRejections.OneOnly),
        _ => Keep(given.Take(1)),
    };

    private bool IsLevel(string value) => Levels.IsLevel(value, Least, Most);
}

/// <summary>A level for each of several rows, each answer as <c>row:level</c>. If it is required, every row is.</summary>
public sealed record Matrix(string Id, bool Required, Condition? ShownIf, string Wording, ImmutableArray<string> Rows, int Most)
    : Question(Id, Required, ShownIf, Wording)
{
    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given)
    {
        var pairs = given.Distinct(StringComparer.Ordinal).Select(value => (Value: value, Row: value.Split(':')[0])).ToImmutableArray();
        return given switch
        {
            _ when !pairs.All(pair => Rows.Contains(pair.Row) && IsLevel(pair.Value, pair.Row)) => Refuse(FeedbackRejections.UnknownChoice),
            _ when pairs.DistinctBy(pair => pair.Row).Count() < pairs.Length => Refuse(FeedbackRejections.OneOnly),
            _ => Keep(pairs.OrderBy(pair => Rows.IndexOf(pair.Row)).Select(pair => pair.Value)),
        };
    }

    public override bool IsWhole(ImmutableArray<string> kept) => kept.Length == Rows.Length;

    private bool IsLevel(string value, string row) => value.Length > row.Length && Levels.IsLevel(value[(row.Length + 1)..], 1, Most);
}

internal static class Levels
{
    /// <summary>Written in one way only, so that equal answers are equal values.</summary>
    public static bool IsLevel(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && level >= least && level <= most && level.ToString(CultureInfo.InvariantCulture) == value;
}
