using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>Everyone sorted by one thing, an attribute or an outcome, into groups that are large enough to be shown, or empty.</summary>
public sealed class Sorting
{
    private readonly ImmutableArray<int> _groupOf;
    private readonly bool _isOrdered;

    private Sorting(string name, bool isOrdered, ImmutableArray<Group> groups, ImmutableArray<int> groupOf)
    {
        Name = name;
        Groups = groups;
        _isOrdered = isOrdered;
        _groupOf = groupOf;
    }

    public string Name { get; }

    public ImmutableArray<Group> Groups { get; }

    public int N => _groupOf.Length;

    /// <summary>Whether there is anything to show: two groups that are not empty. If so, each of them has five people or more.</summary>
    public bool TellsApart => Groups.Count(group => group.Size > 0) > 1;

    /// <summary>The place in <see cref="Groups"/> of the person with that number.</summary>
    public int GroupOf(int person) => _groupOf[person];

    /// <summary>The group with that value, or null.</summary>
    public Group? Find(string value) => Groups.FirstOrDefault(group => group.Values.Contains(value, StringComparer.Ordinal));

    /// <summary>Sorts people whose neighbours on a scale may stand together: levels, weeks, stages.</summary>
    public static Sorting Ordered(string name, IReadOnlyList<string> scale, IEnumerable<string> valueOfEach) => Sort(name, true, scale, valueOfEach);

    /// <summary>Sorts people by values that have no order: the smallest stand together.</summary>
    public static Sorting Unordered(string name, IReadOnlyList<string> values, IEnumerable<string> valueOfEach) => Sort(name, false, values, valueOfEach);

    /// <summary>The same with the smallest group put to another one.</summary>
    internal Sorting Coarser() => Join(Smallest(_ => true)!.Value);

    internal Sorting WithoutEmpty()
    {
        var kept = Groups.Index().Where(group => group.Item.Size > 0).Select(group => group.Index).ToImmutableArray();
        return new(Name, _isOrdered, [.. kept.Select(index => Groups[index])], [.. _groupOf.Select(group => kept.IndexOf(group))]);
    }

    /// <summary>Only some of the people, by their numbers; groups of values stay together as they are.</summary>
    internal Sorting Of(ImmutableArray<int> people)
    {
        var groups = Groups.Select((group, index) => group with { Size = people.Count(person => _groupOf[person] == index) });
        return new Sorting(Name, _isOrdered, [.. groups], [.. people.Select(person => _groupOf[person])]).LargeEnough();
    }

    /// <summary>The same with all groups of a kind put to one, on a scale with what lies between them.</summary>
    internal Sorting Together(Func<int, bool> isOfThem)
    {
        var sorting = this;
        var them = Enumerable.Range(0, Groups.Length).Where(isOfThem).ToImmutableArray();
        if (_isOrdered && them.Length > 1)
        {
            return Join(them[0], them[^1]);
        }

        for (var at = them.Length - 1; at > 0; at--)
        {
            sorting = sorting.Join(them[0], them[at]);
        }

        return sorting;
    }

    private static Sorting Sort(string name, bool isOrdered, IReadOnlyList<string> values, IEnumerable<string> valueOfEach)
    {
        var places = values.Index().ToDictionary(value => value.Item, value => value.Index, StringComparer.Ordinal);
        ImmutableArray<int> groupOf = [.. valueOfEach.Select(value => places[value])];
        var sizes = groupOf.CountBy(group => group).ToDictionary();
        return new Sorting(name, isOrdered, [.. values.Select((value, index) => new Group([value], sizes.GetValueOrDefault(index)))], groupOf).LargeEnough();
    }

    private Sorting LargeEnough()
    {
        var sorting = this;
        while (sorting.TellsApart && sorting.Smallest(SmallGroups.IsTooSmall) is { } small)
        {
            sorting = sorting.Join(small);
        }

        return sorting;
    }

    private int? Smallest(Func<int, bool> isMeant) => Groups.Index()
        .Where(group => group.Item.Size > 0 && isMeant(group.Item.Size))
        .OrderBy(group => group.Item.Size)
        .Select(group => (int?)group.Index)
        .FirstOrDefault();

    /// <summary>To the smaller neighbour on a scale, and to the next smallest where there is no order.</summary>
    private Sorting Join(int small)
    {
        var others = Groups.Index().Where(group => group.Index != small && group.Item.Size > 0).ToImmutableArray();
        if (!_isOrdered)
        {
            return Join(small, others.MinBy(other => other.Item.Size).Index);
        }

        var neighbours = others.Where(other => !others.Any(between => IsBetween(between.Index, small, other.Index)));
        return Join(small, neighbours.MinBy(neighbour => neighbour.Item.Size).Index);
    }

    private Sorting Join(int one, int other)
    {
        var (first, last) = (Math.Min(one, other), Math.Max(one, other));
        var joined = _isOrdered ? Enumerable.Range(first, last - first + 1).ToImmutableHashSet() : [first, last];
        var kept = Enumerable.Range(0, Groups.Length).Where(index => index == first || !joined.Contains(index)).ToImmutableArray();
        var all = joined.Order().Select(index => Groups[index]).Aggregate((left, right) => left.With(right));
        return new(
            Name,
            _isOrdered,
            [.. kept.Select(index => index == first ? all : Groups[index])],
            [.. _groupOf.Select(group => kept.IndexOf(joined.Contains(group) ? first : group))]);
    }

    private static bool IsBetween(int place, int one, int other) => place > Math.Min(one, other) && place < Math.Max(one, other);
}
