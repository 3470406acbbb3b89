using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts.Cohorts;

namespace CohortCourses.Web.Cohorts;

/// <summary>An order in which everyone in a cohort can be listed.</summary>
/// <param name="Name">What tells it from others.</param>
public abstract record RollOrder(string Name) : IComparer<Face>
{
    /// <summary>Sort keys cost as much as one comparison of names, and comparing them next to nothing.</summary>
    protected static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    public abstract int Compare(Face? x, Face? y);

    /// <summary>Everyone in this order: as <see cref="Compare"/> has it, and quicker.</summary>
    public abstract Face[] Sort(IEnumerable<Face> faces);
}

/// <summary>Who teaches and helps first, each group in the order of an alphabet.</summary>
public sealed record Alphabet(CultureInfo Culture) : RollOrder(Culture.Name)
{
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.NumericOrdering;

    private static readonly ImmutableArray<CohortRole> Groups = [CohortRole.Instructor, CohortRole.Mentor, CohortRole.Evaluator, CohortRole.Participant];

    public override int Compare(Face? x, Face? y)
    {
        var group = Groups.IndexOf(x!.Member.Role).CompareTo(Groups.IndexOf(y!.Member.Role));
        var name = group != 0 ? group : Culture.CompareInfo.Compare(x.Handle, y.Handle, Options);
        return name != 0 ? name : string.CompareOrdinal(x.Member.Learner, y.Member.Learner);
    }

    public override Face[] Sort(IEnumerable<Face> faces) =>
    [
        .. faces.Select(face => (Face: face, Place: Culture.CompareInfo.GetSortKey(face.Handle, Options).KeyData))
            .OrderBy(one => Groups.IndexOf(one.Face.Member.Role))
            .ThenBy(one => one.Place, ByBytes)
            .ThenBy(one => one.Face.Member.Learner, StringComparer.Ordinal)
            .Select(one => one.Face),
    ];
}
