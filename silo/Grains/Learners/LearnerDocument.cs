using CohortCourses.Domain.Learners;
using CohortCourses.Domain.Mail;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Learners;

[Document("learner", 1)]
internal sealed record LearnerDocument : IDocument<Learner, LearnerDocument>
{
    public DateTimeOffset Since { get; init; }

    public string Language { get; init; } = "en";

    public string Zone { get; init; } = "Etc/UTC";

    public bool Mail { get; init; }

    public DigestRhythm Digest { get; init; }

    /// <summary>Null in documents that are older than mail about mentions: then it is wanted.</summary>
    public bool? Mentions { get; init; }

    public ImmutableSortedDictionary<string, EnrolmentDocument> Enrolments { get; init; } = ImmutableSortedDictionary<string, EnrolmentDocument>.Empty;

    public Learner ToState() => new(
        Since.ToInstant(),
        new(Language, Zone, Mail, Digest, Mentions ?? true),
        Enrolments.ToImmutableSortedDictionary(enrolment => enrolment.Key, enrolment => enrolment.Value.ToState(), StringComparer.Ordinal));

    public static LearnerDocument From(Learner state) => new()
    {
        Since = state.Since.ToOffset(),
        Language = state.Preferences.Language,
        Zone = state.Preferences.Zone,
        Mail = state.Preferences.Mail,
        Digest = state.Preferences.Digest,
        Mentions = state.Preferences.Mentions,
        Enrolments = state.Enrolments.ToImmutableSortedDictionary(enrolment => enrolment.Key, enrolment => EnrolmentDocument.From(enrolment.Value), StringComparer.Ordinal),
    };
}

internal sealed record EnrolmentDocument
{
    public string Handle { get; init; } = "";

    public DateTimeOffset JoinedAt { get; init; }

    public ImmutableArray<WeekDocument> Weeks { get; init; } = [];

    public ImmutableArray<PauseDocument> Pauses { get; init; } = [];

    public int SeenNews { get; init; }

    public string? CarriedFrom { get; init; }

    public string? ContinuedIn { get; init; }

    /// <summary>False in documents from before anyone was asked.</summary>
    public bool Research { get; init; }

    /// <summary>Null but for the instant in which a name is changed.</summary>
    public string? Renaming { get; init; }

    public Enrolment ToState() => new(
        Handle,
        JoinedAt.ToInstant(),
        Weeks.ToImmutableSortedDictionary(week => week.Number, week => week.ToState()),
        [.. Pauses.Select(pause => new Pause(pause.From.ToInstant(), pause.To.ToInstant()))],
        SeenNews,
        CarriedFrom,
        ContinuedIn,
        Research,
        Renaming);

    public static EnrolmentDocument From(Enrolment state) => new()
    {
        Handle = state.Handle,
        JoinedAt = state.JoinedAt.ToOffset(),
        Weeks = [.. state.Weeks.Select(week => WeekDocument.From(week.Key, week.Value))],
        Pauses = [.. state.Pauses.Select(pause => new PauseDocument(pause.From.ToOffset(), pause.To.ToOffset()))],
        SeenNews = state.SeenNews,
        CarriedFrom = state.CarriedFrom,
        ContinuedIn = state.ContinuedIn,
        Research = state.Research,
        Renaming = state.Renaming,
    };
}

internal sealed record PauseDocument(DateTimeOffset From, DateTimeOffset? To);

internal sealed record WeekDocument(int Number, DateTimeOffset? OpenedAt, DateTimeOffset? CompletedAt, int ExtensionDays, string? SeenChange)
{
    public WeekWork ToState() => new(OpenedAt.ToInstant(), CompletedAt.ToInstant(), ExtensionDays, SeenChange);

    public static WeekDocument From(int number, WeekWork work) =>
        new(number, work.OpenedAt.ToOffset(), work.CompletedAt.ToOffset(), work.ExtensionDays, work.SeenChange);
}
