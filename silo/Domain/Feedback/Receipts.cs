using System.Collections.Immutable;
using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Domain.Feedback;

/// <summary>
/// Who has answered an anonymous form. Answers are written as they come, so whoever watches the disk sees each of them; receipts are therefore
/// written several at a time, drawn by chance from more, and never so few that one of them could be told from the others.
/// </summary>
/// <param name="Kept">What is on disk.</param>
/// <param name="Waiting">What only memory holds. If it is lost, those people are asked again, and the ballot that their browser keeps is still one.</param>
public sealed record Receipts(ImmutableSortedSet<string> Kept, ImmutableSortedSet<string> Waiting)
{
    /// <summary>So many wait until some of them are written: at least five then stay to be written with the last ones.</summary>
    public const int Pool = 2 * SmallGroups.Least;

    public static readonly Receipts None = Of([]);

    public int Count => Kept.Count + Waiting.Count;

    public static Receipts Of(IEnumerable<string> kept) => new(kept.ToImmutableSortedSet(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public bool Has(string learner) => Kept.Contains(learner) || Waiting.Contains(learner);

    public Receipts Add(string learner) => Has(learner) ? this : this with { Waiting = Waiting.Add(learner) };

    /// <summary>Those to write now: five by chance once the pool is full, or none.</summary>
    /// <param name="shuffle">Puts them into an order that nobody can foresee.</param>
    public ImmutableSortedSet<string> Draw(Action<string[]> shuffle)
    {
        if (Waiting.Count < Pool)
        {
            return Waiting.Clear();
        }

        var shuffled = Waiting.ToArray();
        shuffle(shuffled);
        return Waiting.Intersect(shuffled.Take(SmallGroups.Least));
    }

    public Receipts Written(IEnumerable<string> learners) => new(Kept.Union(learners), Waiting.Except(learners));

    public Receipts Forget(string learner) => new(Kept.Remove(learner), Waiting.Remove(learner));
}
