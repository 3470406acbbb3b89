using System.Text.Json;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Moderation;

/// <summary>What reasons and acts are called in the reader's language.</summary>
public static class ModerationWords
{
    public static string Reason(this Words words, ReportReason reason) => words[$"reason.{Name(reason)}"];

    /// <summary>What was done, such as: hid a post.</summary>
    public static string Done(this Words words, ActKind kind) => words[$"done.{Name(kind)}"];

    /// <summary>What whoever reported is told.</summary>
    public static string Told(this Words words, ActKind answer) => words[$"told.{Name(answer)}"];

    /// <summary>Why a post was hidden, as it is kept with the post.</summary>
    public static string HiddenReason(this Words words, string? kept)
    {
        var (reason, said) = Contracts.Moderation.HiddenReason.Read(kept);
        var known = reason is { } named ? words.Reason(named) : "";
        return said.Length == 0 ? known : words.Get("reason.with-words", ("reason", known), ("words", said));
    }

    /// <summary>A stretch of time in its largest unit: <c>26 hours</c>.</summary>
    public static string Span(this Words words, TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => words["span.moment"],
        { TotalMinutes: < 90 } => words.Get("span.minutes", ("n", (int)span.TotalMinutes)),
        { TotalHours: < 48 } => words.Get("span.hours", ("n", (int)span.TotalHours)),
        _ => words.Get("span.days", ("n", (int)span.TotalDays)),
    };

    /// <summary>The reason that a form names, or null.</summary>
    public static ReportReason? ReadReason(string? typed) => Enum.TryParse<ReportReason>(typed, ignoreCase: false, out var reason) && Enum.IsDefined(reason) ? reason : null;

    public static ActKind? ReadKind(string? typed) => Enum.TryParse<ActKind>(typed, ignoreCase: false, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
