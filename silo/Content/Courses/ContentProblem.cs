namespace CohortCourses.Content.Courses;

/// <summary>Whether a problem keeps the whole revision from being published.</summary>
public enum ProblemSeverity
{
    /// <summary>The revision is not published; the last good one stays up.</summary>
    Error,

    /// <summary>The revision is published; what the problem names is shown as well as it can be.</summary>
    Warning,
}

/// <summary>One thing that an author has to mend.</summary>
/// <param name="File">Path from the content folder, with forward slashes: <c>my-course/week-1/module.en.md</c>.</param>
/// <param name="Line">The line, from 1; 0 when the problem is the file as a whole.</param>
/// <param name="What">What is wrong: one sentence.</param>
/// <param name="Mend">What to do about it: one sentence.</param>
/// <param name="Severity">Whether it keeps the revision from being published.</param>
public sealed record ContentProblem(
    string File, int Line, string What, string Mend, ProblemSeverity Severity = ProblemSeverity.Error)
{
    public override string ToString() =>
        Line > 0 ? $"{File}:{Line}: {What} {Mend}" : $"{File}: {What} {Mend}";
}
