using System.Collections.Concurrent;
using CohortCourses.Content.Discussion;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Hosting;

namespace CohortCourses.Web.Search;

/// <summary>
/// Brings the index up to what the discussion says now. Asks each week's list for the versions of its threads and reads only pages that changed,
/// as somebody who may read no more than everybody in the cohort. One at a time for each cohort.
/// </summary>
public sealed class SearchIndexer(IGrainFactory grains, SearchIndex index, TimeProvider clock) : IDisposable
{
    private static readonly Viewer Anyone = new("", IsStaff: false);

    private readonly ConcurrentDictionary<string, Known> cohorts = new(StringComparer.Ordinal);

    /// <summary>How long the index of a cohort has been brought up to date by now; zero where nobody is at it.</summary>
    public TimeSpan AtItFor(string cohort) =>
        cohorts.TryGetValue(cohort, out var known) && known.Since is var since and not 0 ? clock.GetElapsedTime(since) : TimeSpan.Zero;

    public async Task RefreshAsync(string cohort, CancellationToken token)
    {
        var known = cohorts.GetOrAdd(cohort, _ => new());
        await known.Turn.WaitAsync(token);
        try
        {
            known.Since = clock.GetTimestamp();
            known.Versions ??= new(index.Threads(cohort), StringComparer.Ordinal);
            await RefreshAsync(cohort, known.Versions, token);
        }
        catch
        {
            // What went in before it failed is in the file; it is asked again the next time.
            known.Versions = null;
            throw;
        }
        finally
        {
            known.Since = 0;
            known.Turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var known in cohorts.Values)
        {
            known.Turn.Dispose();
        }
    }

    private async Task RefreshAsync(string cohort, Dictionary<string, long> versions, CancellationToken token)
    {
        var threads = await ThreadsAsync(cohort);
        foreach (var gone in versions.Keys.Except(threads.Select(thread => thread.Thread), StringComparer.Ordinal).ToList())
        {
            index.Forget(cohort, gone);
            versions.Remove(gone);
        }

        foreach (var thread in threads.Where(thread => versions.GetValueOrDefault(thread.Thread, -1) != thread.Version))
        {
            token.ThrowIfCancellationRequested();
            await ReadAsync(cohort, thread);
            versions[thread.Thread] = thread.Version;
        }
    }

    /// <summary>The threads of all weeks. One that is being moved may stand in two; questions in private stand in none.</summary>
    private async Task<List<ThreadSummary>> ThreadsAsync(string cohort)
    {
        var weeks = (await grains.Cohort(cohort).Get())?.Weeks ?? [];
        var lists = await Task.WhenAll(weeks.Select(week => grains.Discussion(cohort, week.Number).List()));
        return
        [
            .. lists.SelectMany(list => list)
                .Where(thread => thread.Audience == Audience.Cohort)
                .OrderByDescending(thread => thread.Version)
                .DistinctBy(thread => thread.Thread, StringComparer.Ordinal),
        ];
    }

    /// <summary>The marks are read before the posts: whatever changes in between changes them once more.</summary>
    private async Task ReadAsync(string cohort, ThreadSummary thread)
    {
        var grain = grains.Thread(cohort, thread.Thread);
        var marks = await grain.Marks();
        var indexed = index.Pages(cohort, thread.Thread);
        foreach (var mark in marks.Where(mark => !indexed.TryGetValue(mark.Page, out var version) || version != mark.Version))
        {
            var part = await grain.Read(mark.First, mark.Count, Anyone);
            var shown = (part?.Posts ?? []).Where(post => post is { State: PostState.Shown, Text: not null });
            index.Put(cohort, thread.Thread, mark.Page, mark.Version, shown.Select(post =>
                new IndexedPost(post.Number, post.By, post.At, post.Number == 1 ? thread.Title : null, PostMarkdown.Plain(post.Text!))));
        }

        index.Put(cohort, new IndexedThread(thread.Thread, thread.Version, thread.Week, thread.Title, thread.IsUnanswered));
    }

    private sealed class Known
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>The clock's timestamp from which on somebody is at it; 0 where nobody is.</summary>
        public long Since { get; set; }

        /// <summary>The version of each thread that the file holds; null if it has to be asked.</summary>
        public Dictionary<string, long>? Versions { get; set; }
    }
}
