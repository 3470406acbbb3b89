using System.Collections.Immutable;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Evaluation;

/// <summary>The head that the pages of evaluators share.</summary>
/// <param name="IsInside">Whether the page lies below the tab rather than being it.</param>
/// <param name="Title">What the page is called, if not like its tab.</param>
public sealed record EvaluateHead(string Tab, bool IsInside = false, string? Title = null)
{
    public const string Overview = "overview";

    public const string Questions = "questions";

    public const string Compare = "compare";

    public const string Report = "report";

    public const string Coding = "coding";

    public const string Findings = "findings";

    public const string Plan = "plan";

    public const string Exports = "exports";

    /// <summary>Who evaluates.</summary>
    public const Who Who = Policy.Who.Evaluator | Policy.Who.Organiser;

    public static ImmutableArray<string> Tabs { get; } = [Overview, Questions, Coding, Findings, Plan, Compare, Report, Exports];
}
