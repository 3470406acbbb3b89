namespace CohortCourses.Tests.Web.Startup;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Version_SaysWhichOne()
    {
        var (code, output, _) = await ProgramProcess.RunAsync(folder.FullPath, "version");

        Assert.Equal(0, code);
        Assert.StartsWith("CohortCourses ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownWord_IsNamedAndFails()
    {
        var (code, _, errors) = await ProgramProcess.RunAsync(folder.FullPath, "bakup", "there");

        Assert.Equal(1, code);
        Assert.Contains("'bakup'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentCheck_OfOurCourses_FindsNothingAndCountsEachLanguageAndWeek()
    {
        var (code, output, errors) = await ProgramProcess.RunAsync(folder.FullPath, "content", "check", "--content", ProgramProcess.Content);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("  language     week 1  week 2", output, StringComparison.Ordinal);
        Assert.Contains("  fr           100%    100%", output, StringComparison.Ordinal);
        Assert.EndsWith("courses: 2, errors: 0, warnings: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentCheck_OfABrokenCourse_NamesEveryErrorWithFileLineAndMend()
    {
        var content = folder.Copy(Path.Combine(ProgramProcess.Content, "safer-communities"), "content/safer-communities");
        await File.AppendAllTextAsync(Path.Combine(content, "course.yaml"), "colour: blue\n", TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(Path.Combine(content, "week-1", "module.en.md"), "\nSee [there](nowhere.md).\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(content, "week-2", "module.fr.md"), "Nothing that fits.\n", TestContext.Current.CancellationToken);

        var (code, output, _) = await ProgramProcess.RunAsync(folder.FullPath, "content", "check");

        Assert.Equal(1, code);
        Assert.Matches(@"(?m)^content/safer-communities/course\.yaml:\d+: error: .*colour.*$", output);
        Assert.Matches(@"(?m)^content/safer-communities/week-1/module\.en\.md:\d+: error: .*nowhere\.md.*$", output);
        Assert.Matches(@"(?m)^content/safer-communities/week-2/module\.fr\.md(:\d+)?: error: ", output);
        Assert.Matches(@"courses: 1, errors: [3-9], warnings: \d+$", output);
    }

    [Fact]
    public async Task ContentStamp_SaysWhatItDidWithEachFile()
    {
        var course = folder.Copy(Path.Combine(ProgramProcess.Content, "safer-communities"), "content/safer-communities");
        var file = Path.Combine(course, "week-1", "module.fr.md");
        var stamped = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, WithoutStamp(stamped), TestContext.Current.CancellationToken);

        var first = await ProgramProcess.RunAsync(folder.FullPath, "content", "stamp", file);
        var second = await ProgramProcess.RunAsync(folder.FullPath, "content", "stamp", file);

        Assert.Equal((0, "safer-communities/week-1/module.fr.md: stamped"), (first.Code, first.Output));
        Assert.Equal((0, "safer-communities/week-1/module.fr.md: up to date"), (second.Code, second.Output));
        Assert.Equal(stamped, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ContentStamp_OfAFileThatIsNotThere_SaysSo()
    {
        var (code, _, errors) = await ProgramProcess.RunAsync(folder.FullPath, "content", "stamp", "module.fr.md");

        Assert.Equal((1, "There is no module.fr.md. Name a translated page, or a course's folder.\n"), (code, errors));
    }

    private static string WithoutStamp(string page)
    {
        var lines = page.Split('\n').ToList();
        var start = lines.FindIndex(line => line.StartsWith("source:", StringComparison.Ordinal));
        var end = lines.FindIndex(start + 1, line => line.Length > 0 && line[0] is not (' ' or '-') || line == "---");
        lines.RemoveRange(start, end - start);
        return string.Join('\n', lines);
    }
}
