using CohortCourses.Domain.Cohorts;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Cohorts;

[Document("announcements", 1)]
internal sealed record NoticeBoardDocument : IDocument<NoticeBoard, NoticeBoardDocument>
{
    public ImmutableArray<AnnouncementDocument> Announcements { get; init; } = [];

    public ImmutableArray<string> Withdrawn { get; init; } = [];

    public NoticeBoard ToState() =>
        new([.. Announcements.Select(made => new Announcement(made.Id, made.By, made.Text, made.Language, made.At.ToInstant()))]) { Withdrawn = [.. Withdrawn] };

    public static NoticeBoardDocument From(NoticeBoard state) => new()
    {
        Announcements = [.. state.Announcements.Select(made => new AnnouncementDocument(made.Id, made.By, made.Text, made.Language, made.At.ToOffset()))],
        Withdrawn = [.. state.Withdrawn],
    };
}

internal sealed record AnnouncementDocument(string Id, string By, string Text, string Language, DateTimeOffset At);
