using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Domain.Moderation;

/// <summary>Something a moderator does, or did.</summary>
/// <param name="Case">The case that it answers, or null.</param>
/// <param name="About">Whom it concerns: a post's author, a person, who becomes the safety contact.</param>
/// <param name="Value">Minutes, a week, or an instant, by the kind; as text that is the same in every language.</param>
/// <param name="Before">What the value was, so that it can be undone.</param>
/// <param name="Reason">For a post that is hidden: which of the fixed reasons its author is told.</param>
/// <param name="Words">A word on why, or empty.</param>
/// <param name="Undoes">The id of the act that this one takes back, or null.</param>
public sealed record Act(
    string Id,
    string By,
    ActKind Kind,
    Instant At,
    string? Case = null,
    string? Thread = null,
    string? Post = null,
    string? About = null,
    string? Value = null,
    string? Before = null,
    ReportReason? Reason = null,
    string Words = "",
    string? Undoes = null,
    ReportChannel Channel = ReportChannel.Instructors)
{
    public const int LongestWords = 500;

    public const int MostMinutes = 1_440;

    public static readonly Duration LongestMute = Duration.FromDays(60);

    public Instant? Until => Kind == ActKind.Mute && InstantPattern.ExtendedIso.Parse(Value ?? "") is { Success: true, Value: var until } ? until : null;

    public int? Number => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Text(Instant until) => InstantPattern.ExtendedIso.Format(until);

    /// <summary>What is wrong with it as it stands; whether what it is about exists is for others to say.</summary>
    public Rejection? Check(Moderator by) => this switch
    {
        _ when !by.May(Kind) => ModerationRejections.NotYours,
        { About: { } about } when about == By && !Kind.IsSetting => ModerationRejections.AboutYourself,
        { Words.Length: > LongestWords } => ModerationRejections.WordsTooLong,
        _ when Kind.IsOnThread && Thread is null => ModerationRejections.Incomplete,
        _ when Kind.IsOnPost && (Thread is null || Post is null || About is null) => ModerationRejections.Incomplete,
        _ when Kind.IsOnPerson && About is null => ModerationRejections.Incomplete,
        _ when Kind is ActKind.Dismiss or ActKind.Talk or ActKind.Uphold or ActKind.Reverse && Case is null => ModerationRejections.Incomplete,
        { Kind: ActKind.Hide, Reason: null, Undoes: null } => ModerationRejections.ReasonMissing,
        { Kind: ActKind.Slow } when Number is null or > MostMinutes => ModerationRejections.Minutes,
        { Kind: ActKind.Move } when Number is null or 0 => ModerationRejections.Incomplete,
        { Kind: ActKind.Mute, Undoes: null } when Until is not { } until || until <= At || until > At + LongestMute => ModerationRejections.Until,
        _ => null,
    };

    /// <summary>The act that takes this one back, or null if none can.</summary>
    public Act? Undo(string id, string by, string words, Instant now) => Kind.Inverse is not { } inverse || Undoes is not null ? null : this with
    {
        Id = id,
        By = by,
        Kind = inverse,
        At = now,
        Value = Before,
        Before = Value,
        Words = words,
        Undoes = Id,
    };
}
