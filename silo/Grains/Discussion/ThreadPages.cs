using CohortCourses.Contracts.Discussion;

namespace CohortCourses.Grains.Discussion;

/// <summary>What a thread knows of its pages: how often each has changed, and whether the last takes more.</summary>
internal sealed record ThreadPages(ImmutableList<int> All, bool IsLastFull, long Versions)
{
    /// <summary>One page, still empty.</summary>
    public static readonly ThreadPages None = new([0], IsLastFull: false, 0);

    /// <summary>The number of the last page.</summary>
    public int Last => All.Count;

    public IEnumerable<int> Numbers => Enumerable.Range(1, All.Count);

    public static ThreadPages Of(IReadOnlyList<PageView> read) => new([.. read.Select(page => page.Version)], read[^1].IsFull, read.Sum(page => (long)page.Version));

    public int Version(int page) => All[page - 1];

    public ThreadPages Turn() => this with { All = All.Add(0), IsLastFull = false };

    public ThreadPages Heard(int page, PageReply reply) => new(
        All.SetItem(page - 1, reply.Version),
        page == Last ? reply.IsFull : IsLastFull,
        Versions + reply.Version - Version(page));
}
