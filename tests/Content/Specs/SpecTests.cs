using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Tests.Content.Specs;

/// <summary>Runs every example of content/specs.</summary>
public sealed class SpecTests
{
    public static TheoryData<string, int, string> Examples()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in Directory.EnumerateFiles(SpecFile.Folder, "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var example in SpecFile.Examples(Path.GetFileName(file)))
            {
                data.Add(example.File, example.Line, example.Heading);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_GivesWhatItSays(string file, int line, string heading)
    {
        var example = SpecFile.Examples(file).Single(example => example.Line == line);
        Assert.True(example.Expected.Count > 0, $"{file}:{line} ({heading}) says nothing about what comes of it.");
        var reading = CourseReader.Read(Files(example));
        foreach (var expected in example.Expected)
        {
            var actual = expected.Kind switch
            {
                "html" => Html(reading, expected.Words),
                "form" => FormLines.Of(reading),
                "completeness" => Completeness(reading, expected.Words[0]),
                _ => string.Join('\n', reading.Problems.Select(problem => Say(problem, example))),
            };
            Assert.Equal(Trim(expected.Text), Trim(actual));
        }
    }

    private static CourseFiles Files(SpecExample example)
    {
        var files = ExampleCourse.Files();
        var isBefore = example.Given.Any(fence => fence.Words.Contains("before"));
        foreach (var fence in example.Given.Where(fence => !isBefore || fence.Words.Contains("before") || PathOf(fence) != ExampleCourse.SourcePage))
        {
            files[PathOf(fence)] = WithFrontMatter(fence);
        }

        foreach (var fence in example.Given.Where(fence => IsTranslation(PathOf(fence)) && !fence.Words.Contains("unstamped")))
        {
            files[PathOf(fence)] = ContentStamp.Stamp(CourseFiles.Of(ExampleCourse.Id, files), PathOf(fence)).Text ?? files[PathOf(fence)];
        }

        foreach (var fence in example.Given.Where(fence => !IsTranslation(PathOf(fence)) && !fence.Words.Contains("before")))
        {
            files[PathOf(fence)] = WithFrontMatter(fence);
        }

        return CourseFiles.Of(ExampleCourse.Id, files);
    }

    /// <summary>The first word that is a path or a language; a module of week 1 in English when there is none.</summary>
    private static string PathOf(SpecFence fence) =>
        fence.Words.FirstOrDefault(word => word.Contains('.', StringComparison.Ordinal))
        ?? (fence.Words.FirstOrDefault(LanguageTag.IsValid) is { } language and not "before" ? $"week-1/module.{language}.md" : ExampleCourse.SourcePage);

    private static bool IsTranslation(string path) => path.EndsWith(".fr.md", StringComparison.Ordinal) || path.EndsWith(".ar.md", StringComparison.Ordinal);

    private static bool HasOwnFrontMatter(SpecFence fence) =>
        !PathOf(fence).Contains("module", StringComparison.Ordinal) || fence.Text.StartsWith("---", StringComparison.Ordinal);

    private static string WithFrontMatter(SpecFence fence) =>
        HasOwnFrontMatter(fence) ? fence.Text : ExampleCourse.FrontMatter + fence.Text;

    private static string Html(CourseReading reading, string[] words)
    {
        Assert.True(reading.Revision is not null, "There are problems: " + string.Join('\n', reading.Problems));
        var tracks = words.Where(word => reading.Revision.Tracks.Contains(word));
        var language = words.FirstOrDefault(word => reading.Revision.Languages.Contains(word)) ?? "en";
        return ExampleCourse.Renderer().Module(reading.Revision, 1, language, tracks).Html;
    }

    private static string Completeness(CourseReading reading, string language)
    {
        var page = reading.Revision!.Weeks[0].Completeness[language];
        return string.Create(CultureInfo.InvariantCulture, $"translated {page.Translated}, stale {page.Stale}, missing {page.Missing}");
    }

    /// <summary>An example without front matter counts its lines from its own first line.</summary>
    private static string Say(ContentProblem problem, SpecExample example)
    {
        var path = problem.File[(ExampleCourse.Id.Length + 1)..];
        var fence = example.Given.SingleOrDefault(fence => PathOf(fence) == path && !fence.Words.Contains("before"));
        var line = problem.Line - (fence is null || HasOwnFrontMatter(fence) ? 0 : ExampleCourse.FrontMatter.Count(character => character == '\n'));
        var where = example.Given.Count == 1 ? "" : path + ":";
        return string.Create(CultureInfo.InvariantCulture, $"{where}{line}: {problem.What} {problem.Mend}");
    }

    private static string Trim(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim();
}
