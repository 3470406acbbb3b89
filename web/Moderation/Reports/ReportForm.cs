using CohortCourses.Contracts.Moderation;

namespace CohortCourses.Web.Moderation.Reports;

/// <summary>A report as it was typed.</summary>
public sealed record ReportForm
{
    public string? Id { get; init; }

    public string? Thread { get; init; }

    public string? Post { get; init; }

    /// <summary>The name that somebody goes by.</summary>
    public string? Person { get; init; }

    public string? Reason { get; init; }

    public string? Channel { get; init; }

    public string? Words { get; init; }

    public string? Where { get; init; }

    public string? Code { get; init; }

    public ReportChannel To => Channel == nameof(ReportChannel.SafetyContact) ? ReportChannel.SafetyContact : ReportChannel.Instructors;

    public string Said => (Words ?? "").ReplaceLineEndings("\n");
}
