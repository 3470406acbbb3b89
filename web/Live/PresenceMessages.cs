using System.Collections.Immutable;
using CohortCourses.Contracts.Live;

namespace CohortCourses.Web.Live;

/// <summary>Who is here, as browsers get it: of those who let others see it.</summary>
/// <param name="People">At most 12, by name.</param>
/// <param name="More">How many more there are.</param>
public sealed record WhoIsHere(string Cohort, ImmutableArray<PersonHere> People, int More)
{
    private const int MostNamed = 12;

    public static WhoIsHere Of(string cohort, IEnumerable<NodePresence> nodes)
    {
        var all = nodes.ToList();
        var named = all.SelectMany(node => node.People).DistinctBy(person => person.Learner).OrderBy(person => person.Handle, StringComparer.Ordinal).ToList();
        var unnamed = all.Sum(node => node.Shown - node.People.Length);
        return new(cohort, [.. named.Take(MostNamed)], Math.Max(0, named.Count - MostNamed) + unnamed);
    }

    public bool Equals(WhoIsHere? other) => other is not null && (Cohort, More) == (other.Cohort, other.More) && People.SequenceEqual(other.People);

    public override int GetHashCode() => HashCode.Combine(Cohort, More, People.Length);
}

/// <summary>Someone writes in a thread at this moment.</summary>
public sealed record SomeoneWrites(string Cohort, string Thread, string Learner, string Handle);

/// <summary>How many have answered a form by now.</summary>
public sealed record FormCount(string Cohort, string Form, int Responses);
