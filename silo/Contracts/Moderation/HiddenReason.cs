namespace CohortCourses.Contracts.Moderation;

/// <summary>Why a post was hidden, as it is kept with the post: the name of a <see cref="ReportReason"/>, and perhaps words after a line break.</summary>
public static class HiddenReason
{
    public static string Write(ReportReason? reason, string words) => words.Length == 0 ? $"{reason}" : $"{reason}\n{words}";

    public static (ReportReason? Reason, string Words) Read(string? kept)
    {
        var parts = (kept ?? "").Split('\n', 2);
        return (Enum.TryParse<ReportReason>(parts[0], out var reason) ? reason : null, parts.Length > 1 ? parts[1] : "");
    }
}
