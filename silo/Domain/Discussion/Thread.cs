using NodaTime;

namespace CohortCourses.Domain.Discussion;

public enum ThreadKind
{
    Talk,
    Question,
    Introduction,
}

/// <summary>Who may read a thread.</summary>
public enum Audience
{
    /// <summary>The cohort.</summary>
    Cohort,

    /// <summary>Who asked, and the instructors.</summary>
    Instructors,
}

/// <summary>Somebody who writes.</summary>
/// <param name="IsTeam">Mentors and instructors: neither locks nor slow threads hold them up.</param>
/// <param name="IsStaff">Instructors and organisers.</param>
public sealed record Writer(string Learner, bool IsTeam, bool IsStaff)
{
    public Viewer AsViewer => new(Learner, IsStaff);
}

/// <summary>One conversation: what stands above its posts.</summary>
/// <param name="Week">The week of the course that it belongs to.</param>
/// <param name="By">The learner who began it; empty once they erased themselves.</param>
public sealed record Thread(string Title, ThreadKind Kind, Audience Audience, int Week, string By, Instant At)
{
    public const int MostPosts = 20_000;

    /// <summary>The longest wait between two posts of one person, in minutes.</summary>
    public const int Slowest = 24 * 60;

    public bool Pinned { get; init; }

    public bool Locked { get; init; }

    /// <summary>Each participant may post once in so many minutes; 0 is as often as they like.</summary>
    public int SlowMinutes { get; init; }

    /// <summary>The post that answers the question, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>In a private thread: whether the asker agrees that the answer is published.</summary>
    public bool MayPublish { get; init; }

    /// <summary>How many pages hold its posts.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How often this changed.</summary>
    public int Version { get; init; } = 1;

    public static Decision<Thread> Start(Thread? existing, Thread begun)
    {
        var (title, refused) = PostText.Title(begun.Title);
        return existing is not null
            ? existing.By == begun.By ? Decision.Unchanged(existing) : ThreadRejections.IdTaken
            : title is null ? refused! : begun with { Title = title };
    }

    public bool IsReadBy(Viewer viewer) => Audience == Audience.Cohort || viewer.IsStaff || viewer.Learner == By;

    /// <summary>Why somebody may not post now, or null.</summary>
    /// <param name="lastOwn">When they posted here last.</param>
    /// <param name="posts">How many posts there are.</param>
    public Rejection? MayPost(Writer writer, Instant? lastOwn, int posts, Instant now) => this switch
    {
        _ when !IsReadBy(writer.AsViewer) => ThreadRejections.Unknown,
        { Locked: true } when !writer.IsTeam => ThreadRejections.Locked,
        { SlowMinutes: > 0 } when !writer.IsTeam && lastOwn is { } last && last + Duration.FromMinutes(SlowMinutes) > now =>
            ThreadRejections.Slow(last + Duration.FromMinutes(SlowMinutes) - now),
        _ when posts >= MostPosts => ThreadRejections.Full,
        _ => null,
    };

    public Decision<Thread> Pin(bool pinned) => With(this with { Pinned = pinned });

    public Decision<Thread> Lock(bool locked) => With(this with { Locked = locked });

    public Decision<Thread> Slow(int minutes) => minutes is < 0 or > Slowest ? ThreadRejections.TooSlow : With(this with { SlowMinutes = minutes });

    public Decision<Thread> Move(int week) => Audience == Audience.Instructors ? ThreadRejections.Unknown : With(this with { Week = week });

    /// <summary>The question's author, a mentor or an instructor marks what answers it; null takes the mark away.</summary>
    public Decision<Thread> Mark(string? post, Writer writer) => this switch
    {
        { Kind: not ThreadKind.Question } => ThreadRejections.NotAQuestion,
        _ when !writer.IsTeam && writer.Learner != By => ThreadRejections.NotYours,
        _ => With(this with { Answer = post }),
    };

    /// <summary>Who asked in private says whether question and answer may be shown to all.</summary>
    public Decision<Thread> AllowPublishing(bool agreed, Writer writer) =>
        Audience != Audience.Instructors || writer.Learner != By ? ThreadRejections.NotYours : With(this with { MayPublish = agreed });

    public Decision<Thread> Turn() => With(this with { Pages = Pages + 1 });

    public Decision<Thread> Erase(string learner) => By == learner ? With(this with { By = "" }) : Decision.Unchanged(this);

    private Decision<Thread> With(Thread changed) => changed == this ? Decision.Unchanged(this) : changed with { Version = Version + 1 };
}

public static class ThreadRejections
{
    public static readonly Rejection Unknown = Rejection.Of("thread.unknown");
    public static readonly Rejection IdTaken = Rejection.Of("thread.id-taken");
    public static readonly Rejection TitleEmpty = Rejection.Of("thread.title-empty");
    public static readonly Rejection TitleTooLong = Rejection.Of("thread.title-too-long", ("most", "120"));
    public static readonly Rejection Locked = Rejection.Of("thread.locked");
    public static readonly Rejection Full = Rejection.Of("thread.full");
    public static readonly Rejection TooSlow = Rejection.Of("thread.too-slow", ("most", "1440"));
    public static readonly Rejection NotAQuestion = Rejection.Of("thread.not-a-question");
    public static readonly Rejection NotYours = Rejection.Of("thread.not-yours");

    public static Rejection Slow(Duration wait) => Rejection.Of("thread.slow", ("n", Waits.Minutes(wait)));
}
