namespace CohortCourses.Contracts.Mail;

/// <summary>How often someone wants to be told what is new.</summary>
[GenerateSerializer, Alias("mail.digest-rhythm")]
public enum DigestRhythm
{
    Weekly,
    Daily,
    Never,
}

[GenerateSerializer, Alias("mail.letter-kind")]
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

[GenerateSerializer, Alias("mail.letter-status")]
public enum LetterStatus
{
    Waiting,
    Sending,
    Sent,

    /// <summary>Refused for good, or tried too often.</summary>
    Failed,

    /// <summary>It may have arrived or not, so only a person sends it again.</summary>
    Unknown,

    /// <summary>Not sent: nobody wants it any more, or there was nothing to say.</summary>
    Dropped,
}

[GenerateSerializer, Alias("mail.delivery-result")]
public enum DeliveryResult
{
    Sent,

    /// <summary>It did not arrive, and may later.</summary>
    Later,

    /// <summary>It did not arrive and never will.</summary>
    Never,

    Unknown,
    Dropped,
}

/// <summary>A letter to send.</summary>
/// <param name="Id">Made by who asks, 120 characters at most, such as <c>mention/{post}/{learner}</c>; it holds no name and no address.</param>
/// <param name="Zone">The learner's zone, whose decent hours count; null for mail that they wait for at this moment.</param>
/// <param name="About">What it is about within its kind, such as a post.</param>
[GenerateSerializer, Immutable, Alias("mail.new-letter")]
public sealed record NewLetter(string Id, string Learner, LetterKind Kind, string? Zone, string? Cohort = null, string? About = null);

/// <summary>A letter.</summary>
/// <param name="Tries">How often it was handed out.</param>
/// <param name="At">When its status came about.</param>
/// <param name="NotBefore">From when on it may be tried.</param>
/// <param name="Reason">Why it failed, was dropped or is tried again.</param>
/// <param name="Since">For a digest: from when on it tells. It tells until <paramref name="At"/> of the try.</param>
[GenerateSerializer, Immutable, Alias("mail.letter")]
public sealed record LetterView(
    string Id,
    string Learner,
    LetterKind Kind,
    string? Cohort,
    string? About,
    LetterStatus Status,
    int Tries,
    DateTimeOffset At,
    DateTimeOffset NotBefore,
    string? Reason,
    DateTimeOffset? Since);

/// <summary>What is in a drawer.</summary>
/// <param name="Waiting">How many wait for their first try.</param>
/// <param name="Sent">How many were sent in the last two days.</param>
/// <param name="Troubled">Those that did not go well: tried again, under way, failed, or unknown.</param>
[GenerateSerializer, Immutable, Alias("mail.outbox")]
public sealed record OutboxView(int Waiting, int Sent, ImmutableArray<LetterView> Troubled);
