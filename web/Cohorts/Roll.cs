using System.Collections.Concurrent;
using CohortCourses.Contracts.Cohorts;

namespace CohortCourses.Web.Cohorts;

/// <summary>Everyone in a cohort with their names, as of one instant.</summary>
public sealed class Roll
{
    /// <summary>From so many changes on, sorting anew is quicker than putting each in its place.</summary>
    private const int MostMoved = 64;

    private readonly Dictionary<string, Face> faces;
    private readonly ConcurrentDictionary<string, (RollOrder Order, Face[] Sorted)> orders = new(StringComparer.Ordinal);
    private readonly Lazy<(Dictionary<string, Face>.AlternateLookup<ReadOnlySpan<char>> Faces, int Longest)> names;

    private Roll(string stamp, Dictionary<string, Face> faces)
    {
        (Stamp, this.faces) = (stamp, faces);
        names = new(NamesOf);
    }

    /// <summary>Nobody, as of before anyone was asked.</summary>
    public static Roll Unread { get; } = new("", []);

    /// <summary>What the roster is to be asked with.</summary>
    internal string Stamp { get; }

    public int Count => faces.Count;

    /// <summary>Everyone, in no particular order.</summary>
    public IReadOnlyCollection<Face> Faces => faces.Values;

    /// <summary>Everyone, put in order once.</summary>
    public IReadOnlyList<Face> In(RollOrder order) => orders.GetOrAdd(order.Name, _ => (order, order.Sort(faces.Values))).Sorted;

    /// <summary>Whose name stands at a place of a text, whatever its case: the longest that fits and ends there.</summary>
    public Face? NamedAt(string text, int at)
    {
        var (known, longest) = names.Value;
        for (var length = Math.Min(longest, text.Length - at); length > 0; length--)
        {
            if ((at + length == text.Length || !char.IsLetterOrDigit(text[at + length])) && known.TryGetValue(text.AsSpan(at, length), out var face))
            {
                return face;
            }
        }

        return null;
    }

    /// <summary>The roll after a change. What was put in order stays so.</summary>
    /// <param name="read">The names of the members that the news tell of; who has none is left out.</param>
    internal Roll After(RosterNews news, IEnumerable<(MemberView Member, string? Name)> read)
    {
        Face[] changed = [.. read.Where(one => one.Name is not null).Select(one => new Face(one.Member, one.Name!))];
        var moved = news.Members.Select(member => member.Learner).Concat(news.Gone).ToHashSet(StringComparer.Ordinal);
        var known = news.IsWhole ? new(StringComparer.Ordinal) : new Dictionary<string, Face>(faces, StringComparer.Ordinal);
        foreach (var learner in moved)
        {
            known.Remove(learner);
        }

        foreach (var face in changed)
        {
            known[face.Member.Learner] = face;
        }

        var after = new Roll(news.Stamp, known);
        if (!news.IsWhole && moved.Count <= MostMoved)
        {
            foreach (var (name, (order, sorted)) in orders)
            {
                after.orders[name] = (order, Place(order, [.. sorted.Where(face => !moved.Contains(face.Member.Learner))], changed));
            }
        }

        return after;
    }

    private static Face[] Place(RollOrder order, List<Face> sorted, Face[] changed)
    {
        foreach (var face in changed)
        {
            sorted.Insert(~sorted.BinarySearch(face, order), face);
        }

        return [.. sorted];
    }

    private (Dictionary<string, Face>.AlternateLookup<ReadOnlySpan<char>> Faces, int Longest) NamesOf()
    {
        var named = new Dictionary<string, Face>(faces.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var face in faces.Values)
        {
            named.TryAdd(face.Handle, face);
        }

        return (named.GetAlternateLookup<ReadOnlySpan<char>>(), named.Keys.Select(name => name.Length).DefaultIfEmpty().Max());
    }
}
