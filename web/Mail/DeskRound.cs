using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Contracts.Moderation;

namespace CohortCourses.Web.Mail;

/// <summary>
/// Writes what the desk of a cohort owes: a mentor is asked by name for each question that waited for two days, whether anybody opens the desk or
/// not, and whoever was written to because they had gone quiet gets that letter. What is owed is the moderation's to keep: a server that stopped in
/// between goes on where it was.
/// </summary>
public sealed class DeskRound(IGrainFactory grains, Recipients recipients, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Shorter than the outbox remembers a letter, so that nobody gets one twice.</summary>
    private static readonly TimeSpan WrittenWithin = TimeSpan.FromDays(1);

    private DateTimeOffset? last;

    public async Task FillAsync()
    {
        var now = clock.GetUtcNow();
        if (last <= now && now - last < Every)
        {
            return;
        }

        foreach (var entry in await grains.Catalog().Cohorts())
        {
            if (await grains.Cohort(entry.Cohort).Get() is { } cohort && cohort.Weeks[0].OpensAt <= now && now < cohort.EndsAt)
            {
                var moderation = grains.Moderation(entry.Cohort);
                foreach (var asked in (await moderation.AskMentors()).Where(asked => now - asked.At < WrittenWithin))
                {
                    await QueueAsync(cohort, asked);
                }

                foreach (var written in (await moderation.WrittenTo()).Where(written => now - written.At < WrittenWithin))
                {
                    await QueueAsync(cohort, written);
                }
            }
        }

        last = now;
    }

    private async Task QueueAsync(CohortView cohort, AskedMentorView asked)
    {
        if (await grains.Learner(asked.Mentor).Get() is { } known && await recipients.WantAsync(known, LetterKind.Question))
        {
            await grains.Outbox(asked.Mentor).Queue(
                new($"question/{asked.Thread}/{asked.Mentor}", asked.Mentor, LetterKind.Question, known.Preferences.Zone, cohort.Cohort, asked.Thread));
        }
    }

    /// <summary>As the desk does at once, unless the server stopped just then.</summary>
    private async Task QueueAsync(CohortView cohort, WrittenToView written)
    {
        if (written is { Act: { } act, By: { } by } && await grains.Learner(written.Learner).Get() is { } known)
        {
            await grains.Outbox(written.Learner).Queue(HelloWriter.Letter(act, cohort.Cohort, known, by));
        }
    }
}
