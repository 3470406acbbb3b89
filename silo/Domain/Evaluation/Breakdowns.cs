using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// The attributes by which figures may be told apart, each alone and never two at once. They are chosen once for everyone who is looked
/// at, in order of importance: an attribute whose groups, mixed with those before it, would single out anybody is told apart less finely,
/// or not at all.
/// </summary>
/// <param name="Offered">The attributes with the groups that are shown.</param>
/// <param name="Withheld">The names of those that cannot be shown.</param>
public sealed record Breakdowns(ImmutableArray<Sorting> Offered, ImmutableArray<string> Withheld)
{
    /// <summary>Beyond so many attributes or groups, too few people are left in each.</summary>
    public const int MostAttributes = 3;
    public const int MostGroups = 6;

    public static Breakdowns Of(IEnumerable<Sorting> attributes)
    {
        var offered = ImmutableArray<Sorting>.Empty;
        var withheld = ImmutableArray.CreateBuilder<string>();
        foreach (var attribute in attributes)
        {
            if (offered.Length < MostAttributes && Fitting(attribute, offered) is { } fitting)
            {
                offered = offered.Add(fitting);
            }
            else
            {
                withheld.Add(attribute.Name);
            }
        }

        return new(offered, withheld.ToImmutable());
    }

    /// <summary>
    /// The breakdowns for looking into one group of an outcome, such as those who answered: only groups whose share of it is shown stay
    /// apart, so that nothing new is told about who is in it.
    /// </summary>
    public Breakdowns Within(Sorting outcome, int group)
    {
        ImmutableArray<int> people = [.. Enumerable.Range(0, outcome.N).Where(person => outcome.GroupOf(person) == group)];
        var coarser = Offered.Select(attribute =>
        {
            var table = CrossTable.Of(attribute, outcome);
            return attribute.Together(row => table.Cell(row, group) is null).Of(people);
        });
        var within = Of(coarser);
        return within with { Withheld = [.. Withheld, .. within.Withheld] };
    }

    /// <summary>The group that a filter asks for, or why there is none. A value that stands together with others gives all of them.</summary>
    public (Group? Group, Rejection? Refused) Filter(IReadOnlyList<(string Attribute, string Value)> filter) =>
        Filter(filter, (name, value) => Offered.FirstOrDefault(attribute => attribute.Name == name)?.Find(value));

    /// <summary>The same where the groups are known in another form.</summary>
    /// <param name="find">The group of an attribute that has a value; null if none is shown.</param>
    public static (T? Group, Rejection? Refused) Filter<T>(IReadOnlyList<(string Attribute, string Value)> filter, Func<string, string, T?> find)
        where T : class =>
        filter is not [var (name, value)] ? (null, EvaluationRejections.OneAttribute)
        : find(name, value) is { } group ? (group, null)
        : (null, EvaluationRejections.TooFew);

    private static Sorting? Fitting(Sorting attribute, ImmutableArray<Sorting> offered)
    {
        attribute = attribute.WithoutEmpty();
        while (attribute.TellsApart)
        {
            if (attribute.Groups.Length <= MostGroups && Mixtures.SingleOutNobody(offered.Add(attribute)))
            {
                return attribute;
            }

            attribute = attribute.Coarser();
        }

        return null;
    }
}
