namespace CohortCourses.Contracts.Cohorts;

/// <summary>What organisers and instructors told a cohort, keyed by its slug.</summary>
[Alias("notice-board")]
public interface INoticeBoardGrain : IGrainWithStringKey
{
    /// <summary>Tells everyone something. The same id twice is told once.</summary>
    [Alias("announce")]
    Task<Outcome> Announce(NewAnnouncement announcement);

    [Alias("withdraw")]
    Task<Outcome> Withdraw(string announcementId);

    /// <summary>The announcements that stand, the newest first; 40 at most.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<AnnouncementView>> List();
}

/// <summary>An announcement to write.</summary>
/// <param name="Id">A GUID made by who writes.</param>
/// <param name="Text">Plain text, 2,000 characters at most.</param>
/// <param name="Language">The BCP 47 tag of the text.</param>
[GenerateSerializer, Immutable, Alias("announcement.new")]
public sealed record NewAnnouncement(string Id, string By, string Text, string Language);

/// <summary>An announcement that stands.</summary>
[GenerateSerializer, Immutable, Alias("announcement.view")]
public sealed record AnnouncementView(string Id, string By, string Text, string Language, DateTimeOffset At);
