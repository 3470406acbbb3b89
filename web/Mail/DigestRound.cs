using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>Asks, every quarter of an hour, whose morning has come. Zones differ by quarters of hours, so nobody waits longer than that.</summary>
public sealed class DigestRound(IGrainFactory grains, Recipients recipients, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    /// <summary>News of a cohort that is over are of interest for a while.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(14);

    private DateTimeOffset last = DateTimeOffset.MinValue;

    public async Task FillAsync()
    {
        var now = clock.GetUtcNow();
        if (now >= last && now < last + Every)
        {
            return;
        }

        foreach (var learner in await LearnersAsync(now))
        {
            if (await grains.Learner(learner).Get() is { } known && await recipients.WantAsync(known, LetterKind.Digest))
            {
                await grains.Outbox(learner).QueueDigest(learner, known.Preferences.Digest, known.Preferences.Zone, known.Since);
            }
        }

        last = now;
    }

    private async Task<IReadOnlyCollection<string>> LearnersAsync(DateTimeOffset now)
    {
        var learners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in await grains.Catalog().Cohorts())
        {
            if (await grains.Cohort(entry.Cohort).Get() is { } cohort && now < cohort.EndsAt + Afterwards)
            {
                learners.UnionWith((await grains.Cohort(entry.Cohort).Roster()).Select(member => member.Learner));
            }
        }

        return learners;
    }
}
