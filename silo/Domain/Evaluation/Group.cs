using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>People who share a value, or one of several values that stand together.</summary>
/// <param name="Values">In the order in which they were listed; one, unless the group would be too small alone.</param>
public sealed record Group(ImmutableArray<string> Values, int Size)
{
    internal Group With(Group other) => new([.. Values, .. other.Values], Size + other.Size);

    public bool Equals(Group? other) => other is not null && Size == other.Size && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Size, Values.Length);
}
