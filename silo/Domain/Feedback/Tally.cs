using System.Collections.Immutable;

namespace CohortCourses.Domain.Feedback;

/// <summary>How one question was answered.</summary>
/// <param name="Shown">To how many respondents it was shown.</param>
/// <param name="Answered">How many of them answered it.</param>
/// <param name="Counts">How many gave each answer; nothing for texts. With several choices the counts add up to more than the answers.</param>
public sealed record Tally(int Shown, int Answered, ImmutableSortedDictionary<string, int> Counts)
{
    public static readonly Tally Empty = new(0, 0, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    public static Tally operator +(Tally left, Tally right) => new(left.Shown + right.Shown, left.Answered + right.Answered, Sum(left.Counts, right.Counts, 1));

    public static Tally operator -(Tally left, Tally right) => new(left.Shown - right.Shown, left.Answered - right.Answered, Sum(left.Counts, right.Counts, -1));

    public bool Equals(Tally? other) => other is not null && (Shown, Answered) == (other.Shown, other.Answered) && Counts.SequenceEqual(other.Counts);

    public override int GetHashCode() => HashCode.Combine(Shown, Answered);

    private static ImmutableSortedDictionary<string, int> Sum(ImmutableSortedDictionary<string, int> left, ImmutableSortedDictionary<string, int> right, int sign)
    {
        var counts = left.ToBuilder();
        foreach (var (key, count) in right)
        {
            var sum = counts.GetValueOrDefault(key) + (sign * count);
            _ = sum == 0 ? counts.Remove(key) : (counts[key] = sum) != 0;
        }

        return counts.ToImmutable();
    }
}
