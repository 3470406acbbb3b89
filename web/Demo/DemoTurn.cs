using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;

namespace CohortCourses.Web.Demo;

/// <summary>One thing that somebody does in a discussion of the demo.</summary>
/// <param name="Days">When, counted from the cohort's first release.</param>
/// <param name="By">What they go by.</param>
internal sealed record DemoTurn(double Days, string By, Func<DemoSpeaker, Task<Outcome>> Do);

/// <summary>Somebody of the demo in the discussion of a cohort.</summary>
/// <param name="named">Learner ids by what people go by.</param>
internal sealed class DemoSpeaker(IGrainFactory grains, string cohort, string handle, IReadOnlyDictionary<string, string> named)
{
    public string Learner => named[handle];

    public IVoiceGrain Voice => grains.Voice(cohort, Learner);

    public IModerationGrain Moderation => grains.Moderation(cohort);

    public ModeratorView AsInstructor => new(Learner, CohortRole.Instructor, IsOrganiser: false);

    /// <summary>The text with <c>@[who]</c> as the discussion keeps it.</summary>
    public string Naming(string text)
    {
        for (var at = text.IndexOf("@[", StringComparison.Ordinal); at >= 0; at = text.IndexOf("@[", at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf(']', at);
            text = $"{text[..at]}@{{{named[text[(at + 2)..end]]}}}{text[(end + 1)..]}";
        }

        return text;
    }
}
