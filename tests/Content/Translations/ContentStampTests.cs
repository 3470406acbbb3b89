using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;
using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content.Translations;

public sealed class ContentStampTests : IDisposable
{
    private const string Translation = "week-1/module.fr.md";

    private readonly ContentOnDisk _content = new();

    public ContentStampTests()
    {
        _content.Write(ExampleCourse.SourcePage, ExampleCourse.FrontMatter + "## Begin\n\nThe first.\n\n::: activity 20\n- The second\n:::\n");
        _content.Write(Translation, ExampleCourse.FrontMatter + "## Commencer\n\nLe premier.\n\n::: activity 20\n- Le deuxième\n:::\n");
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Stamp_OfAFreshTranslation_MakesItComplete()
    {
        var result = ContentStamp.Stamp(_content.PathOf(Translation));

        Assert.Equal((true, 0), (result.Changed, result.Problems.Length));
        Assert.Equal(new Completeness(6, 0, 0), Completeness());
        Assert.Empty(CourseReader.Load(_content.Course).Problems);
    }

    [Fact]
    public void Stamp_WhenRepeated_ChangesNothing()
    {
        ContentStamp.Stamp(_content.PathOf(Translation));
        var text = File.ReadAllText(_content.PathOf(Translation));

        Assert.False(ContentStamp.Stamp(_content.PathOf(Translation)).Changed);
        Assert.Equal(text, File.ReadAllText(_content.PathOf(Translation)));
    }

    [Fact]
    public void Stamp_LeavesTheTextAndTheOtherKeysAsTheyAre()
    {
        var before = File.ReadAllText(_content.PathOf(Translation));
        ContentStamp.Stamp(_content.PathOf(Translation));

        var lines = File.ReadAllLines(_content.PathOf(Translation)).ToList();
        var stamp = lines.IndexOf("source:");
        lines.RemoveRange(stamp, lines.IndexOf("---", stamp) - stamp);
        Assert.Equal(before, string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void Stamp_WhenTheSourceChangedAndTheTranslationDidNot_StaysStale()
    {
        ContentStamp.Stamp(_content.PathOf(Translation));
        Replace(ExampleCourse.SourcePage, "The first.", "The first, corrected.");

        Assert.False(ContentStamp.Stamp(_content.PathOf(Translation)).Changed);
        Assert.Equal(new Completeness(5, 1, 0), Completeness());
    }

    [Fact]
    public void Stamp_WhenTheStaleSegmentWasTouched_IsCompleteAgain()
    {
        ContentStamp.Stamp(_content.PathOf(Translation));
        Replace(ExampleCourse.SourcePage, "The first.", "The first, corrected.");
        Replace(Translation, "Le premier.", "Le premier, corrigé.");

        Assert.True(ContentStamp.Stamp(_content.PathOf(Translation)).Changed);
        Assert.Equal(new Completeness(6, 0, 0), Completeness());
    }

    [Fact]
    public void Stamp_WhenTheTranslatorConfirms_LeavesNothingStale()
    {
        ContentStamp.Stamp(_content.PathOf(Translation));
        Replace(ExampleCourse.SourcePage, "The first.", "The 1st.");

        Assert.True(ContentStamp.Stamp(_content.PathOf(Translation), confirm: true).Changed);
        Assert.Equal(new Completeness(6, 0, 0), Completeness());
    }

    [Fact]
    public void Load_WhenATranslatorCorrectsAWordWithoutStamping_StaysComplete()
    {
        ContentStamp.Stamp(_content.PathOf(Translation));
        Replace(Translation, "Le premier.", "Le tout premier.");

        Assert.Equal(new Completeness(6, 0, 0), Completeness());
        Assert.Empty(CourseReader.Load(_content.Course).Problems);
    }

    [Fact]
    public void Load_WhenATranslatorAddsABlockWithoutStamping_WarnsAndPublishes()
    {
        ContentStamp.Stamp(_content.PathOf(Translation));
        Replace(Translation, "Le premier.", "Le premier.\n\nUn de trop.");

        var reading = CourseReader.Load(_content.Course);

        Assert.NotNull(reading.Revision);
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(reading.Problems).Severity);
        Assert.Equal(6, Completeness().Total);
    }

    [Theory]
    [InlineData("Le premier.", "- Le premier.", "Here is a list; week-1/module.en.md has a paragraph in line 10.")]
    [InlineData("## Commencer", "### Commencer", "Here is a heading (###); week-1/module.en.md has a heading (##) in line 8.")]
    [InlineData("activity 20", "activity 25", "Here is the container `activity 25`; week-1/module.en.md has the container `activity 20` in line 12.")]
    [InlineData("- Le deuxième\n:::", ":::\n\n- Le deuxième", "Here is the end of the container `activity 20`; week-1/module.en.md has a list in line 13.")]
    [InlineData("\n\nLe premier.", "", "Here is the container `activity 20`; week-1/module.en.md has a paragraph in line 10.")]
    [InlineData("- Le deuxième\n:::\n", "- Le deuxième\n:::\n\nUn de trop.", "Here is a paragraph; week-1/module.en.md has ended.")]
    [InlineData("\n::: activity 20\n- Le deuxième\n:::\n", "", "The translation ends here; week-1/module.en.md has the container `activity 20` in line 12.")]
    [InlineData("  - begin\n", "  - begin\n  - go on\n", "Here is an outcome; week-1/module.en.md has a heading (##) in line 8.")]
    public void Stamp_WhenTheBlocksDiffer_NamesTheFirstAndWritesNothing(string text, string other, string what)
    {
        Replace(Translation, text, other);
        var before = File.ReadAllText(_content.PathOf(Translation));

        var result = ContentStamp.Stamp(_content.PathOf(Translation));

        var problem = Assert.Single(result.Problems);
        Assert.Equal(("example/week-1/module.fr.md", what), (problem.File, problem.What));
        Assert.InRange(problem.Line, 6, 16);
        Assert.False(result.Changed);
        Assert.Equal(before, File.ReadAllText(_content.PathOf(Translation)));
    }

    [Theory]
    [InlineData("week-1/module.en.md")]
    [InlineData("course.yaml")]
    [InlineData("week-2/module.fr.md")]
    public void Stamp_OfWhatIsNoTranslation_IsRefused(string path)
    {
        var result = ContentStamp.Stamp(_content.PathOf(path));

        Assert.False(result.Changed);
        Assert.StartsWith("This is not a translation", Assert.Single(result.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void StampCourse_StampsEveryTranslation()
    {
        _content.Write("about.fr.md", "## Pour qui\n\nPour qui lit les règles.\n");

        var results = ContentStamp.StampCourse(_content.Course);

        Assert.Equal(["example/about.fr.md", "example/week-1/module.fr.md"], results.Select(result => result.File));
        Assert.All(results, result => Assert.True(result.Changed));
        Assert.Empty(CourseReader.Load(_content.Course).Problems);
    }

    private void Replace(string path, string text, string other)
    {
        var before = File.ReadAllText(_content.PathOf(path));
        Assert.Contains(text, before, StringComparison.Ordinal);
        _content.Write(path, before.Replace(text, other, StringComparison.Ordinal));
    }

    private Completeness Completeness() => CourseReader.Load(_content.Course).Revision!.Weeks[0].Completeness["fr"];
}
