using CohortCourses.Content.Courses;
using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content.Courses;

public sealed class CourseLibraryTests : IDisposable
{
    private readonly ContentOnDisk _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Load_FindsTheCoursesAndNothingElse()
    {
        Directory.CreateDirectory(Path.Combine(_content.Folder, "specs"));
        File.WriteAllText(Path.Combine(_content.Folder, "specs", "text.md"), "# Rules");

        var library = CourseLibrary.Load(_content.Folder);

        var course = Assert.Single(library.Courses);
        Assert.Equal(ExampleCourse.Id, course.Id);
        Assert.Empty(course.Problems);
        Assert.Same(course.Revision, library.Find(ExampleCourse.Id));
        Assert.Null(library.Find("specs"));
    }

    [Fact]
    public void Load_WhenAFolderHasWeeksButNoCourseFile_SaysWhatIsMissing()
    {
        File.Delete(_content.PathOf("course.yaml"));

        var course = Assert.Single(CourseLibrary.Load(_content.Folder).Courses);

        Assert.Null(course.Revision);
        Assert.Contains(course.Problems, problem => problem.File == "example/course.yaml");
    }

    [Fact]
    public void Reload_WhenNothingChanged_ReadsNothing()
    {
        var library = CourseLibrary.Load(_content.Folder);
        var before = library.Find(ExampleCourse.Id);

        Assert.Empty(library.Reload());
        Assert.Same(before, library.Find(ExampleCourse.Id));
    }

    [Fact]
    public void Reload_WhenAPageChanged_PublishesANewRevision()
    {
        var library = CourseLibrary.Load(_content.Folder);
        var before = library.Find(ExampleCourse.Id)!;
        _content.Write(ExampleCourse.SourcePage, ExampleCourse.FrontMatter + "Another text.");

        var changed = Assert.Single(library.Reload());

        Assert.NotEqual(before.Revision, changed.Revision!.Revision);
        Assert.Same(changed.Revision, library.Find(ExampleCourse.Id));
    }

    [Fact]
    public void Reload_WhenOneOfTwoCoursesChanged_LeavesTheOtherAlone()
    {
        Directory.CreateDirectory(Path.Combine(_content.Folder, "other"));
        foreach (var (path, text) in ExampleCourse.Files())
        {
            _content.Write("../other/" + path, text.Replace("id: example", "id: other", StringComparison.Ordinal));
        }

        var library = CourseLibrary.Load(_content.Folder);
        var other = library.Find("other");
        Assert.NotNull(other);
        _content.Write("about.en.md", "Another text.");

        Assert.Equal(ExampleCourse.Id, Assert.Single(library.Reload()).Id);
        Assert.Same(other, library.Find("other"));
    }

    [Fact]
    public void Reload_WhenEverythingIsWrong_NamesItAllAndKeepsTheLastGoodRevision()
    {
        var library = CourseLibrary.Load(_content.Folder);
        var good = library.Find(ExampleCourse.Id);
        BreakEverything();

        var broken = Assert.Single(library.Reload());

        Assert.Same(good, broken.Revision);
        Assert.Same(good, library.Find(ExampleCourse.Id));
        Assert.Equal(
            [
                "example/about.en.md:1 The file is not UTF-8 from here on.",
                "example/course.yaml:8 The key `teacher` is unknown.",
                "example/linked.md:0 This is a symbolic link; a course is made of files of its own.",
                "example/week-1/module.en.md:8 There is no file `nowhere.md` beside this page.",
                "example/week-1/module.en.md:10 `images/map.svg` has no text alternative.",
                "example/week-1/module.en.md:14 The id `one` is there twice on this page.",
                "example/week-2/module.en.md:2 This is not valid YAML: While scanning a plain scalar value, found invalid mapping.",
                "example/week-2/module.fr.md:1 The page has no front matter.",
                "example/week-2/module.fr.md:1 The translation does not say what it was made from, so all of it counts as out of date.",
            ],
            broken.Problems.Select(problem => $"{problem.File}:{problem.Line} {problem.What}"));
        Assert.All(broken.Problems, problem => Assert.NotEmpty(problem.Mend));
    }

    [Fact]
    public void Reload_WhenAnErrorIsMended_PublishesAgain()
    {
        var library = CourseLibrary.Load(_content.Folder);
        _content.Write("about.en.md", "<b>No</b>");
        library.Reload();
        _content.Write("about.en.md", "Yes.");

        var mended = Assert.Single(library.Reload());

        Assert.Empty(mended.Problems);
        Assert.Same(mended.Revision, library.Find(ExampleCourse.Id));
    }

    [Fact]
    public void Reload_WhenACourseIsGone_KeepsItAndSaysSo()
    {
        var library = CourseLibrary.Load(_content.Folder);
        var good = library.Find(ExampleCourse.Id);
        Directory.Delete(_content.Course, recursive: true);

        var gone = Assert.Single(library.Reload());

        Assert.Same(good, gone.Revision);
        Assert.NotEmpty(gone.Problems);
        Assert.Empty(library.Reload());
    }

    [Theory]
    [InlineData("week-1/images/map.svg", true)]
    [InlineData("week-1/images/../images/map.svg", false)]
    [InlineData("../example/week-1/images/map.svg", false)]
    [InlineData("/etc/hostname", false)]
    [InlineData("course.yaml", false)]
    public void FindMedia_KnowsTheImagesAndNothingElse(string path, bool isFound)
    {
        var image = CourseLibrary.Load(_content.Folder).FindMedia(ExampleCourse.Id, path);

        Assert.Equal(isFound, image is not null);
        Assert.Equal(isFound ? ("image/svg+xml", 640, 360) : default, (image?.ContentType!, image?.Width ?? 0, image?.Height ?? 0));
    }

    private void BreakEverything()
    {
        _content.Write("course.yaml", ExampleCourse.Files()["course.yaml"].Replace("weeks:", "teacher: Amina\nweeks:", StringComparison.Ordinal));
        _content.Write("about.en.md", [0xFF, 0xFE]);
        File.CreateSymbolicLink(_content.PathOf("linked.md"), "/etc/hostname");
        _content.Write(
            ExampleCourse.SourcePage,
            ExampleCourse.FrontMatter + "[A link](nowhere.md)\n\n![](images/map.svg)\n\n## One {#one}\n\n## Two {#one}\n");
        _content.Write("week-2/module.en.md", "---\ntitle: Week: two\n---\nThe text.\n");
        _content.Write("week-2/module.fr.md", "Le texte.\n");
    }
}
