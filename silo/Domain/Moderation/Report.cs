using NodaTime;

namespace CohortCourses.Domain.Moderation;

/// <summary>Why somebody asks us to look, the most urgent first.</summary>
public enum ReportReason
{
    /// <summary>Somebody may come to harm.</summary>
    Danger,

    Harassment,

    /// <summary>Something about a person was told that was theirs to tell.</summary>
    Privacy,

    Hostile,
    Advertising,
    Other,
}

/// <summary>Whom a report goes to.</summary>
public enum ReportChannel
{
    Instructors,

    /// <summary>The safety contact alone, in confidence.</summary>
    SafetyContact,
}

/// <summary>What a case is about: a post and its author, a person, or what somebody who is not signed in described.</summary>
/// <param name="Learner">The post's author, or the person. Null if nobody is known by an id, or they were erased.</param>
/// <param name="Described">Which course or cohort it happened in, in the words of who reports.</param>
public sealed record CaseSubject(string? Thread, string? Post, string? Learner, string? Described)
{
    public const int LongestDescription = 200;

    public static CaseSubject OfPost(string thread, string post, string? author) => new(thread, post, author, null);

    public static CaseSubject OfPerson(string learner) => new(null, null, learner, null);

    public static CaseSubject OfWords(string described) => new(null, null, null, described);

    /// <summary>Reports with the same key belong together; null if each stands alone.</summary>
    public string? Key => Post is not null ? $"{Thread}/{Post}" : Learner;
}

/// <summary>Somebody asks moderators to look.</summary>
/// <param name="By">Null for somebody who was not signed in, or was erased.</param>
public sealed record Report(string Id, string? By, ReportReason Reason, string Words, Instant At)
{
    public const int LongestWords = 1_000;

    public Rejection? Check() => Words switch
    {
        { Length: > LongestWords } => ModerationRejections.ReportTooLong,
        "" when Reason == ReportReason.Other => ModerationRejections.ReportEmpty,
        _ => null,
    };
}
