using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// Who is shown to have left until when, for everyone or by one attribute. Other outcomes contain this one: who is gone reads nothing any more.
/// So they are told among those who are not shown to be gone, and only their number is added to what else is known.
/// </summary>
internal sealed class Leaving
{
    private readonly IReadOnlyList<Followed> _people;

    /// <summary>For each end the last week in which anyone of those left whom it tells of.</summary>
    private readonly ImmutableDictionary<int, int> _lastOf;

    private Leaving(IReadOnlyList<Followed> people, ImmutableArray<int> ends)
    {
        _people = people;
        Ends = ends;
        _lastOf = people.Where(person => person.Fate == Fate.Left && !ends.IsEmpty).GroupBy(End).ToImmutableDictionary(step => step.Key, step => step.Max(person => person.Weeks));
    }

    /// <summary>The weeks in which the curve has a step; none if it has none.</summary>
    public ImmutableArray<int> Ends { get; }

    public bool IsShown => !Ends.IsEmpty;

    public static Leaving Of(Retention shown, IReadOnlyList<Followed> people) => new(people, [.. shown.Steps.Select(step => step.Week)]);

    public static Leaving Of(RetentionByGroup? shown, IReadOnlyList<Followed> people) =>
        new(people, shown is null ? [] : [.. shown.Curves.SelectMany(curve => curve.Steps).Select(step => step.Week).Distinct().Order()]);

    /// <summary>Whether a step tells of someone, and of nobody else who was still here in that week.</summary>
    public bool IsGone(int person, int week) => HasLeft(person) && _lastOf[End(_people[person])] < week;

    public bool HasLeft(int person) => IsShown && _people[person].Fate == Fate.Left;

    /// <summary>Whether the curve tells that someone stayed to its end.</summary>
    public bool Stays(int person) => !IsShown || (_people[person].Fate != Fate.Left && End(_people[person]) == Ends[^1]);

    private int End(Followed person) => Ends.First(end => end >= person.Weeks);
}
