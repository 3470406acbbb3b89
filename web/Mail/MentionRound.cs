using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Web.Discussion;

namespace CohortCourses.Web.Mail;

/// <summary>
/// Looks who was named since the last look. It reads what was written, by whatever door it came, so nothing is lost when the server stops
/// in between: the first look goes back a day, and a letter that was queued before is the same letter.
/// </summary>
public sealed class MentionRound(IGrainFactory grains, FreshPosts fresh, Recipients recipients, TimeProvider clock)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(1);

    /// <summary>What is being written while somebody looks may show up a little later.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private DateTimeOffset? last;

    public async Task FillAsync()
    {
        var now = clock.GetUtcNow();
        var since = last <= now ? last.Value - Overlap : now - FirstLook;
        foreach (var entry in await grains.Catalog().Cohorts())
        {
            if (await grains.Cohort(entry.Cohort).Get() is { } cohort)
            {
                await FillAsync(cohort, since, now);
            }
        }

        last = now;
    }

    private async Task FillAsync(CohortView cohort, DateTimeOffset since, DateTimeOffset now)
    {
        foreach (var thread in await fresh.FindAsync(cohort, await fresh.ThreadsAsync(cohort), since, now))
        {
            foreach (var post in thread.Posts)
            {
                foreach (var learner in Naming.NamedIn(post.Text!).Where(learner => learner != post.By))
                {
                    await QueueAsync(cohort.Cohort, MentionWriter.About(thread.Thread.Thread, post.Id), post.Id, learner);
                }
            }
        }
    }

    private async Task QueueAsync(string cohort, string about, string post, string learner)
    {
        if (await grains.Cohort(cohort).Member(learner) is not null
            && await grains.Learner(learner).Get() is { } known && await recipients.WantAsync(known, LetterKind.Mention))
        {
            await grains.Outbox(learner).Queue(new($"mention/{post}/{learner}", learner, LetterKind.Mention, known.Preferences.Zone, cohort, about));
        }
    }
}
