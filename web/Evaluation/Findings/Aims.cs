using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>The places that recommendations are aimed at: as a form sends them, and by their names.</summary>
public static class Aims
{
    private const string WeekPrefix = "week:";
    private const string FormPrefix = "form:";

    /// <summary>The places that are neither a week nor a form.</summary>
    public static IReadOnlyList<AimKind> Plain { get; } = [AimKind.Course, AimKind.Schedule, AimKind.Facilitation];

    public static string Write(AimView? aim) => aim switch
    {
        null => "",
        { Kind: AimKind.Week } => Week(aim.Week ?? 0),
        { Kind: AimKind.Form } => FormPrefix + aim.Form,
        _ => aim.Kind.ToString().ToLowerInvariant(),
    };

    public static string Week(int number) => WeekPrefix + number.ToString(CultureInfo.InvariantCulture);

    public static string Form(string form) => FormPrefix + form;

    /// <summary>The place that was chosen; null if none was.</summary>
    public static AimView? Read(string? typed) =>
        string.IsNullOrEmpty(typed) ? null
        : typed.StartsWith(FormPrefix, StringComparison.Ordinal) ? new(AimKind.Form, Form: typed[FormPrefix.Length..])
        : typed.StartsWith(WeekPrefix, StringComparison.Ordinal) && int.TryParse(typed[WeekPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var week) ? new(AimKind.Week, week)
        : Enum.TryParse<AimKind>(typed, ignoreCase: true, out var kind) && Plain.Contains(kind) ? new(kind)
        : null;

    /// <summary>What a place is called: <c>Week 3: Write it down</c>.</summary>
    public static string Name(this Reader reader, AimView aim, CourseRevision? course) => aim switch
    {
        { Kind: AimKind.Week, Week: { } week } => course?.Weeks.ElementAtOrDefault(week - 1) is { } known
            ? reader.Words.Get("finding.aim.week-titled", ("week", week), ("title", known.Title.In(reader.Language.Tag).Text))
            : reader.Words.Get("finding.aim.week", ("week", week)),
        { Kind: AimKind.Form, Form: { } form } => reader.Words.Get("finding.aim.form", ("title", course?.FindForm(form)?.Title.In(reader.Language.Tag).Text ?? form)),
        _ => reader.Words[$"finding.aim.{aim.Kind.ToString().ToLowerInvariant()}"],
    };

    /// <summary>Where in content/ an author finds the place; null if it is not a file.</summary>
    public static string? File(this AimView aim, string course) => aim switch
    {
        { Kind: AimKind.Week, Week: { } week } => string.Create(CultureInfo.InvariantCulture, $"content/{course}/week-{week}/module.*.md"),
        { Kind: AimKind.Form, Form: { } form } => $"content/{course}/forms/{form}.yaml",
        { Kind: AimKind.Course } => $"content/{course}/course.yaml",
        _ => null,
    };
}
