using System.Collections.Immutable;
using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>
/// Someone who knows the attributes of every participant, sees everything that is published of one outcome and wants to know how many
/// people of some kind had it. The unknowns are the counts of each kind of person (all attributes together) by each value of the outcome.
/// </summary>
internal sealed class Attack
{
    private readonly ImmutableArray<string[]> _people;
    private readonly ImmutableArray<string> _outcomes;
    private readonly ImmutableArray<string> _values;
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly int[] _kindOf;

    /// <param name="possible">Values of the outcome that nobody has, as far as they are not known to be impossible.</param>
    public Attack(ImmutableArray<string[]> people, ImmutableArray<string> outcomes, params IEnumerable<string> possible)
    {
        (_people, _outcomes) = (people, outcomes);
        _values = [.. outcomes.Concat(possible).Distinct()];
        _kindOf = [.. people.Select(person => _kinds.TryAdd(string.Join('|', person), _kinds.Count) ? _kinds.Count - 1 : _kinds[string.Join('|', person)])];
        Known = new(_kinds.Count * _values.Length);
        for (var kind = 0; kind < _kinds.Count; kind++)
        {
            Learn(person => _kindOf[person] == kind, _ => true);
        }
    }

    public Equations Known { get; }

    /// <summary>A published count: of the people in a set who had one of some values.</summary>
    public void Learn(Func<int, bool> people, Func<string, bool> values) => Known.Publish(Sum(people, values), Count(people, values));

    /// <summary>Everything that a figure shows of some people, whose numbers come in its order. The attribute's number ends its name.</summary>
    public void Learn(Figure figure, ImmutableArray<int> people)
    {
        if (!figure.IsShown)
        {
            return;
        }

        var valuesOf = figure.Whole.Groups.Select((_, column) => people.Index().Where(person => figure.Whole.GroupOf(person.Index) == column).Select(person => _outcomes[person.Item]).ToHashSet()).ToArray();
        for (var column = 0; column < valuesOf.Length; column++)
        {
            var values = valuesOf[column];
            Learn(_ => true, values.Contains);
            foreach (var table in figure.Tables)
            {
                for (var row = 0; row < table.Rows.Groups.Length; row++)
                {
                    if (table.Cell(row, column) is { } shown)
                    {
                        Assert.False(SmallGroups.IsTooSmall(shown));
                        Learn(Row(table.Rows, row), values.Contains);
                    }
                }
            }
        }

        foreach (var table in figure.Tables)
        {
            for (var row = 0; row < table.Rows.Groups.Length; row++)
            {
                Assert.False(SmallGroups.IsTooSmall(table.Rows.Groups[row].Size));
                Learn(Row(table.Rows, row), valuesOf.SelectMany(values => values).ToHashSet().Contains);
            }
        }

        Func<int, bool> Row(Sorting rows, int row)
        {
            var attribute = rows.Name[^1] - '0';
            return person => rows.Groups[row].Values.Contains(_people[person][attribute]);
        }
    }

    /// <summary>All sets of one to four people that attributes and values describe, and that are not to be found out.</summary>
    public IEnumerable<(string Name, double[] Sum, int Count)> SmallSets()
    {
        var attributes = _people[0].Length;
        var kinds = Enumerable.Range(1, (1 << attributes) - 1)
            .SelectMany(mask => _people.Select(person => string.Join('&', Enumerable.Range(0, attributes).Select(at => (mask >> at & 1) == 1 ? person[at] : "*"))))
            .Distinct(StringComparer.Ordinal);
        var values = _values.Select(value => new[] { value }).Concat(_values.SelectMany((one, index) => _values.Skip(index + 1).Select(other => new[] { one, other }))).ToArray();
        foreach (var kind in kinds)
        {
            var parts = kind.Split('&');
            bool IsOfThem(int person) => parts.Index().All(part => part.Item == "*" || part.Item == _people[person][part.Index]);
            foreach (var some in values.Where(some => some.Length < _values.Length))
            {
                var count = Count(IsOfThem, some.Contains);
                if (SmallGroups.IsTooSmall(count))
                {
                    yield return ($"{kind}: {string.Join(" or ", some)}", Sum(IsOfThem, some.Contains), count);
                }
            }
        }
    }

    /// <summary>Whether a set of one to four can be worked out.</summary>
    public bool FindsOut(Func<int, bool> people, Func<string, bool> values) => SmallGroups.IsTooSmall(Count(people, values)) && Known.Gives(Sum(people, values));

    private double[] Sum(Func<int, bool> people, Func<string, bool> values)
    {
        var sum = new double[Known.Unknowns];
        foreach (var person in Enumerable.Range(0, _people.Length).Where(people))
        {
            foreach (var value in _values.Index().Where(value => values(value.Item)))
            {
                sum[(_kindOf[person] * _values.Length) + value.Index] = 1;
            }
        }

        return sum;
    }

    private int Count(Func<int, bool> people, Func<string, bool> values) =>
        Enumerable.Range(0, _people.Length).Count(person => people(person) && values(_outcomes[person]));
}
