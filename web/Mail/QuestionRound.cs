using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Contracts.Moderation;

namespace CohortCourses.Web.Mail;

/// <summary>
/// Sees to it that a mentor is asked by name for each question that waited for two days, whether anybody opens the desk or not, and writes to whom
/// was asked. Who was asked and when is the moderation's to keep: a server that was stopped in between goes on where it was.
/// </summary>
public sealed class QuestionRound(IGrainFactory grains, Recipients recipients, TimeProvider clock)
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
                foreach (var asked in (await grains.Moderation(entry.Cohort).AskMentors()).Where(asked => now - asked.At < WrittenWithin))
                {
                    await QueueAsync(cohort, asked);
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
}
