namespace CohortCourses.Tests.House.Structure;

public sealed class FileTests(ITestOutputHelper output)
{
    private const int Longest = 400;

    [Fact]
    public void Files_OfCodeAndStyle_AreShort()
    {
        var lengths = Repository.Files(".cs", ".cshtml", ".js", ".css").ToDictionary(path => path, path => Repository.Lines(path).Length);
        var sorted = lengths.Values.Order().ToArray();
        output.WriteLine($"{sorted.Length} files, median {sorted[sorted.Length / 2]} lines, nine in ten at most {sorted[sorted.Length * 9 / 10]}.");

        Flaws.None(
            lengths.Where(file => file.Value > Longest).Select(file => $"{file.Key}: {file.Value} lines"),
            $"A file over {Longest} lines is asking to be two.");
        Assert.InRange(sorted[sorted.Length / 2], 1, 80);
    }
}
