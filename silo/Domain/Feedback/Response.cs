using System.Collections.Immutable;

namespace CohortCourses.Domain.Feedback;

/// <summary>
/// What someone answered, by question. An answer is one or more values as they are kept: ids of choices, levels as numbers,
/// <c>row:level</c> in a matrix, ranked choices from the first on, a number with a full stop, a day as <c>2026-02-01</c>, or a text.
/// </summary>
public sealed record Response(ImmutableSortedDictionary<string, ImmutableArray<string>> Answers)
{
    public static readonly Response Empty = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    /// <summary>How many characters it takes.</summary>
    public int Length => Answers.Sum(answer => answer.Key.Length + answer.Value.Sum(value => value.Length));

    /// <summary>Empty if the question was not answered.</summary>
    public ImmutableArray<string> To(string question) => Answers.GetValueOrDefault(question, []);

    public Response With(string question, ImmutableArray<string> answer) => new(Answers.SetItem(question, answer));

    public bool Equals(Response? other) => other is not null && Answers.Count == other.Answers.Count
        && Answers.Zip(other.Answers).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SequenceEqual(pair.Second.Value, StringComparer.Ordinal));

    public override int GetHashCode() => Answers.Count;
}
