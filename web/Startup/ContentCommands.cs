using System.Collections.Immutable;
using System.CommandLine;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Web.Startup;

/// <summary><c>content check</c> and <c>content stamp</c>, for authors and translators.</summary>
internal static class ContentCommands
{
    public static Command Create()
    {
        var check = new Command("check", "Names every problem of the courses with file, line and mend, and says how far each translation is.") { CommonOptions.Content };
        check.SetAction((parsed, _) => Commands.Explained(() => Task.FromResult(Check(parsed.GetValue(CommonOptions.Content)))));

        var files = new Argument<string[]>("FILE") { Description = "A translated page such as about.fr.md or module.fr.md, or a course's folder for all of its translations.", Arity = ArgumentArity.OneOrMore };
        var confirm = new Option<bool>("--confirm") { Description = "Says that the whole translation was compared with its source and holds." };
        var stamp = new Command("stamp", "Notes in translations which text each part was made from, so that parts out of date can be found.") { files, confirm };
        stamp.SetAction((parsed, _) => Commands.Explained(() => Task.FromResult(Stamp(parsed.GetValue(files)!, parsed.GetValue(confirm)))));

        return new("content", "Checks the courses and keeps their translations.") { check, stamp };
    }

    private static int Check(string? named)
    {
        var library = CourseLibrary.Load(ContentFolder.Need(named));
        var problems = library.Courses.SelectMany(course => course.Problems).ToImmutableArray();
        foreach (var problem in problems)
        {
            Console.Out.WriteLine(Line(problem, Path.GetRelativePath(Environment.CurrentDirectory, library.Folder)));
        }

        var errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        CompletenessTable.Write([.. library.Courses.Select(course => course.Revision).OfType<CourseRevision>()]);
        Console.Out.WriteLine($"courses: {library.Courses.Count}, errors: {errors}, warnings: {problems.Length - errors}");
        return errors == 0 ? 0 : 1;
    }

    private static int Stamp(string[] files, bool confirm)
    {
        var results = files.SelectMany(file =>
            Directory.Exists(file) ? ContentStamp.StampCourse(file)
            : File.Exists(file) ? [ContentStamp.Stamp(file, confirm)]
            : throw new Complaint($"There is no {file}. Name a translated page, or a course's folder.")).ToList();
        foreach (var result in results)
        {
            Console.Out.WriteLine(result.Changed ? $"{result.File}: stamped" : result.Problems.IsEmpty ? $"{result.File}: up to date" : $"{result.File}: not stamped");
            foreach (var problem in result.Problems)
            {
                Console.Out.WriteLine(Line(problem, ""));
            }
        }

        return results.Exists(result => !result.Problems.IsEmpty) ? 1 : 0;
    }

    /// <summary>As compilers write it, so that editors and terminals lead to the place.</summary>
    private static string Line(ContentProblem problem, string folder)
    {
        var kind = problem.Severity == ProblemSeverity.Error ? "error" : "warning";
        var place = Path.Combine(folder, problem.File) + (problem.Line > 0 ? $":{problem.Line}" : "");
        return $"{place}: {kind}: {problem.What} {problem.Mend}";
    }
}
