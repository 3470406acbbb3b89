using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Domain.Discussion;
using Thread = CohortCourses.Domain.Discussion.Thread;
using Viewer = CohortCourses.Contracts.Discussion.Viewer;

namespace CohortCourses.Grains.Discussion;

internal sealed partial class ThreadGrain
{
    private const int MostAtOnce = 200;

    public Task<ThreadSummary?> Summary() => Task.FromResult(State is { } thread ? Summarise(thread) : null);

    public async Task<ThreadPart?> Read(int from, int count, Viewer viewer)
    {
        if (State is not { } thread || !thread.IsReadBy(viewer.ToDomain()))
        {
            return null;
        }

        var first = Math.Max(from, 1);
        var entries = first > index.Entries.Count ? [] : index.Entries.GetRange(first - 1, Math.Min(Math.Clamp(count, 1, MostAtOnce), index.Entries.Count - first + 1));
        var posts = await Posts(entries, viewer);
        return new(Summarise(thread), first, posts);
    }

    public async Task<PostView?> Find(string post, Viewer viewer) =>
        State?.IsReadBy(viewer.ToDomain()) == true && index.Find(post) is { } entry
            ? (await Posts([entry], viewer)).FirstOrDefault()
            : null;

    public Task<ImmutableArray<PageMark>> Marks() => Task.FromResult<ImmutableArray<PageMark>>(
    [
        .. index.Entries.GroupBy(entry => entry.Page).Select(page => new PageMark(page.Key, page.First().Number, page.Count(), pages.Version(page.Key))),
    ]);

    public async Task<ImmutableArray<PostView>> WrittenBy(string learner) =>
    [
        .. (await Posts(index.Entries.FindAll(entry => entry.By == learner), new(learner, IsStaff: false))).Where(post => post.Text is not null),
    ];

    private async Task<ImmutableArray<PostView>> Posts(ImmutableList<PostEntry> entries, Viewer viewer)
    {
        var numbers = entries.Select(entry => entry.Page).Distinct().ToArray();
        var reads = Task.WhenAll(numbers.Select(page => GrainFactory.PostPage(Key, page).Read()));
        var reactions = Task.WhenAll(numbers.Select(page => GrainFactory.Reactions(Key, page).Read()));
        var reader = viewer.ToDomain();
        var wanted = entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var to = (await reactions).SelectMany(page => page).ToDictionary(post => post.Key, post => post.Value, StringComparer.Ordinal);
        return
        [
            .. (await reads)
                .SelectMany(page => page.Posts)
                .Where(post => wanted.Contains(post.Id))
                .Select(post => post.ToView(reader, index, to.GetValueOrDefault(post.Id, [])))
                .OfType<PostView>(),
        ];
    }

    private ThreadSummary Summarise(Thread thread) => summary ??= thread.ToSummary(index, Cohort, Id, thread.Version + pages.Versions);
}
