using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Live;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Cohorts;

[GrainType("notice-board")]
internal sealed class NoticeBoardGrain(
    [PersistentState("announcements")] IPersistentState<NoticeBoardDocument> document,
    TimeProvider clock) : DocumentGrain<NoticeBoard, NoticeBoardDocument>(document), INoticeBoardGrain
{
    public Task<Outcome> Announce(NewAnnouncement announcement) => DecideFromNothing(
        board => (board ?? NoticeBoard.Empty).Announce(
            announcement.Id, announcement.By, announcement.Text, announcement.Language, clock.GetCurrentInstant()),
        _ => GrainFactory.Feed(this.GetPrimaryKeyString()).Publish(
            new(EventKinds.Announcement, JsonSerializer.Serialize(new { id = announcement.Id }))));

    public Task<Outcome> Withdraw(string announcementId) =>
        DecideFromNothing(board => (board ?? NoticeBoard.Empty).Withdraw(announcementId));

    public Task<ImmutableArray<AnnouncementView>> List() => Task.FromResult<ImmutableArray<AnnouncementView>>(
        [.. (State ?? NoticeBoard.Empty).Announcements.Reverse().Select(made => new AnnouncementView(made.Id, made.By, made.Text, made.Language, made.At.ToOffset()))]);
}
