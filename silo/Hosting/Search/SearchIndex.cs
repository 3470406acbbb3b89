using System.Collections.Immutable;
using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>
/// The posts of this node's cohorts by their words. Derived: whoever fills it asks what is indexed and puts in what is missing. Filling it holds up
/// nobody who looks.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly SearchFile file;

    internal SearchIndex(SearchFile file) => this.file = file;

    /// <summary>Which version of each thread is indexed.</summary>
    public IReadOnlyDictionary<string, long> Threads(string cohort) => file.Threads(cohort);

    /// <summary>Which version of each page of a thread is indexed.</summary>
    public IReadOnlyDictionary<int, int> Pages(string cohort, string thread) => file.Pages(cohort, thread);

    /// <summary>Says what a page of a thread holds now. Whatever it held before and does not any more can't be found from then on.</summary>
    public void Put(string cohort, string thread, int page, int version, IEnumerable<IndexedPost> posts) =>
        file.Put(cohort, thread, page, version, [.. posts.Select(post => new SearchablePost(post.Number, post.By, post.At, post.Title, post.Text))]);

    /// <summary>Says what a thread is now, once its pages are in.</summary>
    public void Put(string cohort, IndexedThread thread) =>
        file.Put(cohort, new SearchableThread(thread.Thread, thread.Version, thread.Week, thread.Title, thread.IsUnanswered));

    public void Forget(string cohort, string thread) => file.Forget(cohort, thread);

    /// <summary>Takes what can't be found any more out of the file as well. Takes a second or two if there is much; nothing if there is nothing.</summary>
    public void Clean() => file.Clean();

    /// <summary>The posts that hold all words, the newest first. Whatever is typed is no error.</summary>
    public IReadOnlyList<FoundPost> Find(SearchQuestion question) =>
    [
        .. file.Find(new(question.Cohort, question.Words, question.By, question.Week, question.OnlyUnanswered, question.Before, question.Count))
            .Select(hit => new FoundPost(hit.Place, hit.Thread, hit.Week, hit.Number, hit.By, hit.At, Parts(hit.Title), Parts(hit.Text))),
    ];

    public void Dispose() => file.Dispose();

    private static ImmutableArray<FoundPart> Parts(IEnumerable<SearchPart> parts) => [.. parts.Select(part => new FoundPart(part.Text, part.IsFound))];
}
