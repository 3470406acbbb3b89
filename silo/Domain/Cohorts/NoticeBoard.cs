using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>What organisers and instructors told a cohort.</summary>
public sealed record Announcement(string Id, string By, string Text, string Language, Instant At);

/// <summary>The announcements of a cohort, the newest last. Bounded, so that one page shows them all.</summary>
/// <param name="Announcements">Those that stand.</param>
public sealed record NoticeBoard(ImmutableList<Announcement> Announcements)
{
    public const int LongestText = 2_000;

    public const int MostAnnouncements = 40;

    /// <summary>How many withdrawn ones are remembered, so that a late repetition does not put them up again.</summary>
    public const int MostWithdrawn = 100;

    public static readonly NoticeBoard Empty = new([]);

    /// <summary>The ids of what was taken down, the latest last.</summary>
    public ImmutableList<string> Withdrawn { get; init; } = [];

    public Decision<NoticeBoard> Announce(string id, string by, string text, string language, Instant now)
    {
        if (Announcements.Any(made => made.Id == id) || Withdrawn.Contains(id))
        {
            return Decision.Unchanged(this);
        }

        var trimmed = text.Trim();
        return trimmed switch
        {
            "" => AnnouncementRejections.Empty,
            { Length: > LongestText } => AnnouncementRejections.TooLong,
            _ when Announcements.Count >= MostAnnouncements => AnnouncementRejections.BoardFull,
            _ => this with { Announcements = Announcements.Add(new(id, by, trimmed, language, now)) },
        };
    }

    public Decision<NoticeBoard> Withdraw(string id) => Announcements.Find(made => made.Id == id) is { } found
        ? new NoticeBoard(Announcements.Remove(found)) { Withdrawn = Withdrawn.Add(id).RemoveRange(0, Math.Max(0, Withdrawn.Count + 1 - MostWithdrawn)) }
        : Decision.Unchanged(this);
}

public static class AnnouncementRejections
{
    public static readonly Rejection Empty = Rejection.Of("announcement.empty");
    public static readonly Rejection TooLong = Rejection.Of("announcement.too-long", ("most", "2000"));
    public static readonly Rejection BoardFull = Rejection.Of("announcement.board-full", ("most", "40"));
}
