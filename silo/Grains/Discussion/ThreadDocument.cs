using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;
using Thread = CohortCourses.Domain.Discussion.Thread;

namespace CohortCourses.Grains.Discussion;

[Document("thread", 1)]
internal sealed record ThreadDocument : IDocument<Thread, ThreadDocument>
{
    public string Title { get; init; } = "";

    public ThreadKind Kind { get; init; }

    public Audience Audience { get; init; }

    public int Week { get; init; }

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public bool Pinned { get; init; }

    public bool Locked { get; init; }

    public int SlowMinutes { get; init; }

    public string? Answer { get; init; }

    public bool MayPublish { get; init; }

    public int Pages { get; init; }

    public int Version { get; init; }

    public Thread ToState() => new(Title, Kind, Audience, Week, By, At.ToInstant())
    {
        Pinned = Pinned,
        Locked = Locked,
        SlowMinutes = SlowMinutes,
        Answer = Answer,
        MayPublish = MayPublish,
        Pages = Pages,
        Version = Version,
    };

    public static ThreadDocument From(Thread state) => new()
    {
        Title = state.Title,
        Kind = state.Kind,
        Audience = state.Audience,
        Week = state.Week,
        By = state.By,
        At = state.At.ToOffset(),
        Pinned = state.Pinned,
        Locked = state.Locked,
        SlowMinutes = state.SlowMinutes,
        Answer = state.Answer,
        MayPublish = state.MayPublish,
        Pages = state.Pages,
        Version = state.Version,
    };
}
