using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>Somebody who wrote, as the cohort knows them now.</summary>
/// <param name="Handle">Null if they left.</param>
public sealed record Speaker(string Learner, string? Handle, CohortRole Role)
{
    /// <summary>The first letter of the name, to stand in for a picture.</summary>
    public string Initial => Handle is null ? "·" : StringInfo.GetNextTextElement(Handle).ToUpper(CultureInfo.InvariantCulture);

    public string Name(Words words) => Handle ?? words["discussion.somebody"];
}

/// <summary>Everyone who is named on a page, each asked once.</summary>
public sealed class Speakers
{
    private readonly Dictionary<string, Speaker> known;

    private Speakers(IEnumerable<Speaker> speakers) => known = speakers.ToDictionary(speaker => speaker.Learner, StringComparer.Ordinal);

    public Speaker this[string learner] => known.GetValueOrDefault(learner) ?? new(learner, null, CohortRole.Participant);

    public static async Task<Speakers> Of(IGrainFactory grains, string cohort, IEnumerable<string> learners)
    {
        var grain = grains.Cohort(cohort);
        // All are asked before any answer is waited for.
        var asked = learners.Distinct(StringComparer.Ordinal).Where(learner => learner.Length > 0)
            .Select(learner => (Learner: learner, Handle: grains.Learner(learner).HandleIn(cohort), Member: grain.Member(learner))).ToArray();
        var answered = new Speaker[asked.Length];
        for (var place = 0; place < answered.Length; place++)
        {
            var (learner, name, member) = asked[place];
            answered[place] = await name is { } handle && await member is { } role ? new(learner, handle, role.Role) : new(learner, Handle: null, CohortRole.Participant);
        }

        return new(answered);
    }
}
