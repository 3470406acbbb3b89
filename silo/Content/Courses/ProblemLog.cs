using System.Collections.Immutable;

namespace CohortCourses.Content.Courses;

/// <summary>Collects the problems of one course; every part of a reading writes to the same log, each under its own file.</summary>
internal sealed class ProblemLog
{
    private readonly List<ContentProblem> _problems;
    private readonly string _course;
    private readonly string _file;

    public ProblemLog(string course)
        : this([], course, "")
    {
    }

    private ProblemLog(List<ContentProblem> problems, string course, string file)
    {
        _problems = problems;
        _course = course;
        _file = file;
    }

    public bool HasErrors => _problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>The same log, writing about a file whose path is given from the course's folder.</summary>
    public ProblemLog For(string file) => new(_problems, _course, file);

    public void Add(int line, string what, string mend) => Add(line, what, mend, ProblemSeverity.Error);

    public void Warn(int line, string what, string mend) => Add(line, what, mend, ProblemSeverity.Warning);

    public void AddRange(IEnumerable<ContentProblem> problems) => _problems.AddRange(problems);

    public ImmutableArray<ContentProblem> Sorted() =>
        [.. _problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];

    private void Add(int line, string what, string mend, ProblemSeverity severity) =>
        _problems.Add(new(_file.Length == 0 ? _course : $"{_course}/{_file}", line, what, mend, severity));
}
