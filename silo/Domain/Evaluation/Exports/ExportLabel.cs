using System.Text.RegularExpressions;

namespace CohortCourses.Domain.Evaluation;

/// <summary>What an export is made for, such as <c>report-2026</c>: files of one label lead to each other, files of two do not.</summary>
public static partial class ExportLabel
{
    public static readonly Rejection Bad = Rejection.Of("export.label", ("most", "40"));

    public static Rejection? Check(string label) => Good().IsMatch(label) && label != StudyKeys.Coding ? null : Bad;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,39}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Good();
}
