using System.Text;
using CohortCourses.Content.Courses;
using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content.Courses;

public sealed class CourseFilesTests : IDisposable
{
    private readonly ContentOnDisk _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Read_OfEqualFiles_HasAnEqualHash()
    {
        var first = CourseFiles.Read(_content.Course);

        Assert.Equal(first.Hash, CourseFiles.Read(_content.Course).Hash);
        Assert.Equal(first.Hash, CourseFiles.Of(ExampleCourse.Id, ExampleCourse.Files()).Hash);
        _content.Write("about.en.md", "Another text.");
        Assert.NotEqual(first.Hash, CourseFiles.Read(_content.Course).Hash);
    }

    [Fact]
    public void Read_WhenAnEditorLeavesSomethingBehind_DoesNotSeeIt()
    {
        var before = CourseFiles.Read(_content.Course).Hash;
        _content.Write("week-1/module.en.md~", "An older text.");
        _content.Write("week-1/.module.en.md.swp", "Half a text.");
        _content.Write(".DS_Store", "A folder's look.");

        Assert.Equal(before, CourseFiles.Read(_content.Course).Hash);
    }

    [Fact]
    public void Load_WhenAFileIsALink_RefusesIt()
    {
        var outside = Path.Combine(_content.Folder, "secret.txt");
        File.WriteAllText(outside, "Not for readers.");
        File.CreateSymbolicLink(_content.PathOf("week-1/images/secret.svg"), outside);

        AssertRefused("example/week-1/images/secret.svg", 0, "This is a symbolic link");
    }

    [Fact]
    public void Load_WhenAFolderIsALink_RefusesItAndReadsNothingBehindIt()
    {
        var outside = Directory.CreateDirectory(Path.Combine(_content.Folder, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(outside, "module.en.md"), "Not for readers.");
        Directory.CreateSymbolicLink(_content.PathOf("week-3"), outside);

        AssertRefused("example/week-3", 0, "This is a symbolic link");
        Assert.DoesNotContain(CourseFiles.Read(_content.Course).Files.Keys, path => path.StartsWith("week-3", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_WhenTheCourseItselfIsALink_RefusesIt()
    {
        var link = Path.Combine(_content.Folder, "linked");
        Directory.CreateSymbolicLink(link, _content.Course);

        var reading = CourseReader.Load(link);

        Assert.Null(reading.Revision);
        Assert.Equal("linked", Assert.Single(reading.Problems).File);
    }

    [Fact]
    public void Load_WhenAFileIsNotUtf8_NamesTheLine()
    {
        _content.Write("about.en.md", [.. "## Wer\n\nF"u8, 0xFC, .. "r alle.\n"u8]);

        AssertRefused("example/about.en.md", 3, "The file is not UTF-8");
    }

    [Fact]
    public void Load_WhenAFileBeginsWithAByteOrderMark_ReadsIt()
    {
        _content.Write("about.en.md", [0xEF, 0xBB, 0xBF, .. "## Who\r\n\r\nEverybody.\r\n"u8]);

        Assert.Empty(CourseReader.Load(_content.Course).Problems);
    }

    [Theory]
    [InlineData("about.en.md", ContentLimits.TextFile)]
    [InlineData("week-1/images/large.png", ContentLimits.ImageFile)]
    public void Load_WhenAFileIsTooLarge_RefusesItUnread(string path, int limit)
    {
        _content.Write(path, Encoding.UTF8.GetBytes(new string('a', limit + 1)));

        AssertRefused("example/" + path, 0, "The file has");
    }

    [Fact]
    public void Load_WhenTheFolderIsNotThere_SaysSo()
    {
        var reading = CourseReader.Load(Path.Combine(_content.Folder, "nothing"));

        Assert.Null(reading.Revision);
        Assert.StartsWith("The course's folder is not there", Assert.Single(reading.Problems).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Load_WhenTheCourseFileNestsWithoutEnd_RefusesIt(string text)
    {
        _content.Write("course.yaml", "id: " + string.Concat(Enumerable.Repeat(text, 50_000)));

        AssertRefused("example/course.yaml", 1, "This is");
    }

    private void AssertRefused(string file, int line, string what)
    {
        var reading = CourseReader.Load(_content.Course);

        Assert.Null(reading.Revision);
        Assert.Contains(reading.Problems, problem =>
            problem.File == file && problem.Line == line && problem.What.StartsWith(what, StringComparison.Ordinal) && problem.Mend.Length > 0);
    }
}
