using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Learners;

/// <summary>What a learner did with one week.</summary>
/// <param name="OpenedAt">When the page was first read.</param>
/// <param name="ExtensionDays">Days that an instructor granted on top.</param>
/// <param name="SeenChange">The change note that was shown last.</param>
public sealed record WeekWork(Instant? OpenedAt = null, Instant? CompletedAt = null, int ExtensionDays = 0, string? SeenChange = null)
{
    public static readonly WeekWork None = new();
}

/// <summary>A stretch in which mail stops and dates freeze. It has no end while it lasts.</summary>
public sealed record Pause(Instant From, Instant? To)
{
    /// <summary>How much of the pause lies after an instant.</summary>
    public Duration After(Instant start, Instant now)
    {
        var from = Instant.Max(From, start);
        var to = To ?? now;
        return to > from ? to - from : Duration.Zero;
    }
}

/// <summary>A learner's place in one cohort. Nothing here is lost by pausing, switching tracks or leaving for a later cohort.</summary>
/// <param name="SeenNews">The number of the last schedule change that was shown.</param>
/// <param name="CarriedFrom">The earlier cohort whose work came along.</param>
/// <param name="ContinuedIn">The later cohort that the learner went on in.</param>
/// <param name="Research">Whether answers and progress may leave the server for research, under a random key. Who joins a later cohort is asked anew.</param>
/// <param name="Renaming">The name that the learner asked for and the cohort has not answered about, or null.</param>
public sealed record Enrolment(
    string Handle,
    Instant JoinedAt,
    ImmutableSortedDictionary<int, WeekWork> Weeks,
    ImmutableList<Pause> Pauses,
    int SeenNews = 0,
    string? CarriedFrom = null,
    string? ContinuedIn = null,
    bool Research = false,
    string? Renaming = null)
{
    public const int MostPauses = 50;

    public const int LongestExtension = 60;

    public bool IsPaused => Pauses is [.., { To: null }];

    /// <summary>When they last did something that is kept here.</summary>
    public Instant LastSeen => Weeks.Values
        .SelectMany(week => new[] { week.OpenedAt, week.CompletedAt })
        .Concat(Pauses.Select(pause => pause.To))
        .OfType<Instant>()
        .Append(JoinedAt)
        .Max();

    public int Completed => Weeks.Values.Count(week => week.CompletedAt is not null);

    public WeekWork Week(int week) => Weeks.GetValueOrDefault(week, WeekWork.None);

    public static Enrolment Begin(string handle, Instant now) => new(handle, now, ImmutableSortedDictionary<int, WeekWork>.Empty, []);

    /// <summary>Marks a week complete. What is complete stays so, also where a later cohort has not opened the week yet.</summary>
    public Decision<Enrolment> Complete(int week, bool isOpen, Instant now) => this switch
    {
        _ when Week(week).CompletedAt is not null => Decision.Unchanged(this),
        _ when isOpen => With(week, work => work with { OpenedAt = work.OpenedAt ?? now, CompletedAt = now }),
        _ => EnrolmentRejections.WeekNotOpen,
    };

    /// <summary>Takes the mark back. That the week was read stays.</summary>
    public Decision<Enrolment> Reopen(int week) => With(week, work => work with { CompletedAt = null });

    /// <summary>Notes that the page was read, and which change note its reader has seen by that.</summary>
    public Decision<Enrolment> Read(int week, string? change, bool isOpen, Instant now) => isOpen
        ? With(week, work => work with { OpenedAt = work.OpenedAt ?? now, SeenChange = change ?? work.SeenChange })
        : EnrolmentRejections.WeekNotOpen;

    /// <summary>Sets the days that a learner has on top for a week. 0 takes them back.</summary>
    public Decision<Enrolment> Extend(int week, int days) => days is < 0 or > LongestExtension
        ? EnrolmentRejections.Extension
        : With(week, work => work with { ExtensionDays = days });

    /// <summary>Begins a pause. Pauses never overlap, even if a clock was set back, so that no time away counts twice.</summary>
    public Decision<Enrolment> PauseAt(Instant now) => this switch
    {
        { IsPaused: true } => Decision.Unchanged(this),
        { Pauses.Count: >= MostPauses } => EnrolmentRejections.TooManyPauses,
        { Pauses: [.., { To: { } ended }] } => this with { Pauses = Pauses.Add(new(Instant.Max(now, ended), null)) },
        _ => this with { Pauses = [new(now, null)] },
    };

    public Decision<Enrolment> ResumeAt(Instant now) => Pauses is [.., { To: null } pause]
        ? this with { Pauses = Pauses.SetItem(Pauses.Count - 1, pause with { To = Instant.Max(now, pause.From) }) }
        : Decision.Unchanged(this);

    public Decision<Enrolment> SeeNews(int number) =>
        number > SeenNews ? this with { SeenNews = number } : Decision.Unchanged(this);

    /// <summary>Asks for another name. It is kept that they did, so that whatever dies before the cohort has answered can be asked again.</summary>
    public Decision<Enrolment> AskFor(string handle) => this switch
    {
        _ when handle == (Renaming ?? Handle) => Decision.Unchanged(this),
        _ when handle == Handle => this with { Renaming = null },
        _ => this with { Renaming = handle },
    };

    /// <summary>Goes by the name that they asked for, or by the old one if the cohort refused.</summary>
    public Decision<Enrolment> Rename(bool granted) =>
        Renaming is not { } handle ? Decision.Unchanged(this)
        : granted ? this with { Handle = handle, Renaming = null }
        : this with { Renaming = null };

    /// <summary>Comes back after having been taken out: all work is as it was, the name and the consent are what they say now.</summary>
    public Decision<Enrolment> Return(string handle, bool research) =>
        (handle, research, (string?)null) == (Handle, Research, Renaming)
            ? Decision.Unchanged(this)
            : this with { Handle = handle, Research = research, Renaming = null };

    /// <summary>Agrees that answers and progress are used for research, or takes it back.</summary>
    public Decision<Enrolment> AgreeToResearch(bool agrees) =>
        agrees == Research ? Decision.Unchanged(this) : this with { Research = agrees };

    /// <summary>The enrolment in a later cohort of the same course: the work comes along, week by week, matched by the weeks' ids.</summary>
    public Enrolment ContinueIn(string handle, string from, ImmutableArray<string> weeksThen, ImmutableArray<string> weeksNow, Instant now)
    {
        var carried = Weeks
            .Where(week => week.Key <= weeksThen.Length)
            .Select(week => (Now: weeksNow.IndexOf(weeksThen[week.Key - 1]) + 1, Work: week.Value with { ExtensionDays = 0 }))
            .Where(week => week.Now > 0 && week.Work.OpenedAt is not null)
            .ToImmutableSortedDictionary(week => week.Now, week => week.Work);
        return new(handle, now, carried, [], CarriedFrom: from);
    }

    private Decision<Enrolment> With(int week, Func<WeekWork, WeekWork> change)
    {
        var before = Week(week);
        var after = change(before);
        return after == before ? Decision.Unchanged(this) : this with { Weeks = Weeks.SetItem(week, after) };
    }
}
