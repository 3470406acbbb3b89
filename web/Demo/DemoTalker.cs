using CohortCourses.Contracts;
using CohortCourses.Web.Cohorts;

namespace CohortCourses.Web.Demo;

/// <summary>Lets the people of the demo speak. Who they are is looked up when the first of a cohort does.</summary>
internal sealed class DemoTalker(IGrainFactory grains)
{
    private static readonly Outcome Gone = Outcome.Refused("voice.not-on-roster");

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> named = new(StringComparer.Ordinal);

    public async Task<Outcome> Do(string cohort, DemoTurn turn)
    {
        if (!named.TryGetValue(cohort, out var people))
        {
            var handles = await grains.HandlesAsync(cohort, (await grains.Cohort(cohort).Roster()).Select(member => member.Learner));
            named[cohort] = people = handles.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        }

        return people.ContainsKey(turn.By) ? await turn.Do(new(grains, cohort, turn.By, people)) : Gone;
    }
}
