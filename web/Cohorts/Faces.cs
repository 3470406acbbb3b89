using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;

namespace CohortCourses.Web.Cohorts;

/// <summary>Somebody in a cohort, by the name that they chose there.</summary>
public sealed record Face(MemberView Member, string Handle)
{
    /// <summary>The first letter of the name, to stand in for a picture.</summary>
    public string Initial => StringInfo.GetNextTextElement(Handle).ToUpper(CultureInfo.CurrentCulture);

    public bool IsTeam => Member.Role != CohortRole.Participant;
}

/// <summary>Reads names. They live with the learners, so many are read side by side.</summary>
internal static class Faces
{
    private static readonly ImmutableArray<CohortRole> Order = [CohortRole.Instructor, CohortRole.Mentor, CohortRole.Evaluator, CohortRole.Participant];

    /// <summary>Sort keys cost as much as one comparison of names, and comparing them next to nothing.</summary>
    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    /// <summary>Everyone in a cohort: who teaches and helps first, each group in the order of the reader's alphabet.</summary>
    public static async Task<IReadOnlyList<Face>> FacesAsync(this IGrainFactory grains, string cohort, CultureInfo culture)
    {
        var roster = await grains.Cohort(cohort).Roster();
        var handles = await grains.HandlesAsync(cohort, roster.Select(member => member.Learner));
        return
        [
            .. roster
                .Where(member => handles.ContainsKey(member.Learner))
                .Select(member => new Face(member, handles[member.Learner]))
                .Select(face => (Face: face, Place: culture.CompareInfo.GetSortKey(face.Handle, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering).KeyData))
                .OrderBy(one => Order.IndexOf(one.Face.Member.Role))
                .ThenBy(one => one.Place, ByBytes)
                .Select(one => one.Face),
        ];
    }

    /// <summary>The names of everyone in a cohort.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HandlesAsync(this IGrainFactory grains, string cohort) =>
        await grains.HandlesAsync(cohort, (await grains.Cohort(cohort).Roster()).Select(member => member.Learner));

    /// <summary>The names of these learners in a cohort; who is not in it, or not any more, is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HandlesAsync(this IGrainFactory grains, string cohort, IEnumerable<string> learners)
    {
        var read = await Task.WhenAll(learners.Distinct(StringComparer.Ordinal)
            .Select(async learner => (Learner: learner, Handle: await grains.Learner(learner).HandleIn(cohort))));
        return read.Where(one => one.Handle is not null).ToDictionary(one => one.Learner, one => one.Handle!, StringComparer.Ordinal);
    }
}
