using CohortCourses.Contracts;
using CohortCourses.Domain.Moderation;

namespace CohortCourses.Grains.Moderation;

internal sealed partial class ModerationGrain
{
    /// <summary>The act with what it is about and what it will replace, as things are now.</summary>
    private Task<(Act? Whole, Outcome Otherwise)> AsThingsAre(Act planned) => Task.FromResult<(Act?, Outcome)>((planned, Outcome.Ok));

    /// <summary>Does what was decided. It sets how things are to be, so that doing it again changes nothing.</summary>
    private Task<Outcome> Apply(Act act) => Task.FromResult(Outcome.Ok);
}
