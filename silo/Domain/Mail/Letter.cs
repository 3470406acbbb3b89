using NodaTime;

namespace CohortCourses.Domain.Mail;

public enum LetterKind
{
    /// <summary>Asks whether an address is the person's own.</summary>
    Confirmation,

    /// <summary>Somebody named them in a post.</summary>
    Mention,

    /// <summary>What is new in their cohorts.</summary>
    Digest,

    /// <summary>A mentor is asked by name to answer a question.</summary>
    Question,

    /// <summary>Somebody of the team asks how they are, who have gone quiet.</summary>
    Hello,

    /// <summary>Tells that the organiser made a link by which they choose another passphrase.</summary>
    PassphraseLink,
}

public enum LetterStatus
{
    Waiting,

    /// <summary>Somebody is handing it over. Written down before they begin.</summary>
    Sending,

    Sent,

    /// <summary>It was refused, or tried too often.</summary>
    Failed,

    /// <summary>Whoever was handing it over never said how that ended: it may have arrived, so it is not sent again by itself.</summary>
    Unknown,

    /// <summary>Not sent, since nobody wants it any more or there was nothing to say.</summary>
    Dropped,
}

/// <summary>Mail to one person. What it says, and to which address, is found out when it is sent.</summary>
/// <param name="Zone">Where decent hours count; null for mail that the person waits for at this moment.</param>
/// <param name="Cohort">Null if it belongs to no cohort, or to all of a person's.</param>
/// <param name="About">What it is about within its kind, such as a post; null if the kind says it all.</param>
/// <param name="NotBefore">From when on it may be tried.</param>
/// <param name="Tries">How often it was handed over; the number of a try names it.</param>
/// <param name="At">When <paramref name="Status"/> came about.</param>
/// <param name="Reason">Why it failed, was dropped, or is tried again.</param>
/// <param name="Since">For a digest: from when on it tells.</param>
public sealed record Letter(
    string Learner,
    LetterKind Kind,
    string? Zone,
    string? Cohort,
    string? About,
    Instant NotBefore,
    LetterStatus Status,
    int Tries,
    Instant At,
    string? Reason = null,
    Instant? Since = null)
{
    public bool IsOver => Status is LetterStatus.Sent or LetterStatus.Dropped;

    /// <summary>Whether somebody has to decide what becomes of it.</summary>
    public bool IsStuck => Status is LetterStatus.Failed or LetterStatus.Unknown;
}

/// <summary>How a try ended.</summary>
public enum DeliveryResult
{
    Sent,

    /// <summary>It certainly did not arrive, and may later.</summary>
    Later,

    /// <summary>It certainly did not arrive and never will.</summary>
    Never,

    Unknown,

    Dropped,
}
