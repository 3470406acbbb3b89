using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;

namespace CohortCourses.Web.Mail;

/// <summary>A thread in which something was written lately.</summary>
/// <param name="Posts">What was, as everyone may read it; empty if it was only begun.</param>
public sealed record FreshThread(ThreadSummary Thread, ImmutableArray<PostView> Posts);

/// <summary>Reads what was written in a cohort in a stretch of time: what everyone may read, and nothing else ever goes into mail.</summary>
public sealed class FreshPosts(IGrainFactory grains)
{
    private const int PageSize = 100;

    /// <summary>Of those in which something was written last; nobody reads more in a mail.</summary>
    private const int MostThreads = 60;

    /// <summary>Someone who is nobody, so that only what all may read is read.</summary>
    private static readonly Viewer Anyone = new("-", IsStaff: false);

    /// <summary>All threads of a cohort that everyone may read.</summary>
    public async Task<IReadOnlyList<ThreadSummary>> ThreadsAsync(CohortView cohort)
    {
        var weeks = await Task.WhenAll(cohort.Weeks.Select(week => grains.Discussion(cohort.Cohort, week.Number).List()));
        return [.. weeks.SelectMany(week => week).Where(thread => thread.Audience == Audience.Cohort && thread.IsListedTo(Anyone))];
    }

    /// <param name="since">Exclusive.</param>
    /// <param name="until">Inclusive.</param>
    public async Task<IReadOnlyList<FreshThread>> FindAsync(CohortView cohort, IEnumerable<ThreadSummary> threads, DateTimeOffset since, DateTimeOffset until)
    {
        var changed = threads.Where(thread => thread.LastAt > since && thread.At <= until).OrderByDescending(thread => thread.LastAt).Take(MostThreads);
        return await Task.WhenAll(changed.Select(async thread => new FreshThread(thread, await PostsAsync(cohort.Cohort, thread, since, until))));
    }

    /// <summary>Reads from the end, for as long as it is new. Where the end is the thread knows; the list hears of it later.</summary>
    private async Task<ImmutableArray<PostView>> PostsAsync(string cohort, ThreadSummary thread, DateTimeOffset since, DateTimeOffset until)
    {
        var found = new List<PostView>();
        var numbers = (await grains.Thread(cohort, thread.Thread).Summary())?.Numbers ?? 0;
        for (var end = numbers; end > 0; end -= PageSize)
        {
            var from = Math.Max(1, end - PageSize + 1);
            if (await grains.Thread(cohort, thread.Thread).Read(from, end - from + 1, Anyone) is not { Posts: { IsEmpty: false } posts })
            {
                break;
            }

            found.AddRange(posts.Where(post => post.Text is not null && post.At > since && post.At <= until));
            if (posts[0].At <= since)
            {
                break;
            }
        }

        return [.. found.OrderBy(post => post.Number)];
    }
}
