using CohortCourses.Contracts;

namespace CohortCourses.Web.Cohorts;

/// <summary>Reads single names. They live with the learners, so several are read side by side; for everyone's there is <see cref="Rolls"/>.</summary>
internal static class Faces
{
    /// <summary>The names of these learners in a cohort; who is not in it, or not any more, is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HandlesAsync(this IGrainFactory grains, string cohort, IEnumerable<string> learners)
    {
        var read = await Task.WhenAll(learners.Distinct(StringComparer.Ordinal)
            .Select(async learner => (Learner: learner, Handle: await grains.Learner(learner).HandleIn(cohort))));
        return read.Where(one => one.Handle is not null).ToDictionary(one => one.Learner, one => one.Handle!, StringComparer.Ordinal);
    }
}
