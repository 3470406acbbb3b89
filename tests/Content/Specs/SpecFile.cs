namespace CohortCourses.Tests.Content.Specs;

/// <summary>A fenced block of a specification: its info string and its text.</summary>
internal sealed record SpecFence(string Info, string Text, int Line)
{
    public string Kind => Info.Split(' ')[0];

    public string[] Words => Info.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];

    public bool IsExpectation => Kind is "html" or "problems" or "completeness" or "form";
}

/// <summary>Files that an author writes, and what comes of them.</summary>
internal sealed record SpecExample(string File, string Heading, int Line, IReadOnlyList<SpecFence> Given, IReadOnlyList<SpecFence> Expected);

/// <summary>
/// Reads the examples out of content/specs. An example is one or more fences with input, then one or more with what comes
/// of it; the next input starts the next example.
/// </summary>
internal static class SpecFile
{
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Content, "specs");

    public static IEnumerable<SpecExample> Examples(string file)
    {
        var given = new List<SpecFence>();
        var expected = new List<SpecFence>();
        var heading = "";
        foreach (var entry in Read(file))
        {
            if (entry is string words)
            {
                if (given.Count > 0)
                {
                    yield return new(file, heading, given[0].Line, [.. given], [.. expected]);
                }

                given.Clear();
                expected.Clear();
                heading = words;
                continue;
            }

            var fence = (SpecFence)entry;
            if (!fence.IsExpectation && expected.Count > 0)
            {
                yield return new(file, heading, given[0].Line, [.. given], [.. expected]);
                given.Clear();
                expected.Clear();
            }

            (fence.IsExpectation ? expected : given).Add(fence);
        }

        if (given.Count > 0)
        {
            yield return new(file, heading, given[0].Line, [.. given], [.. expected]);
        }
    }

    /// <summary>Headings and fences in order.</summary>
    private static IEnumerable<object> Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith('#'))
            {
                yield return lines[at].TrimStart('#').Trim();
            }
            else if (lines[at].StartsWith("````", StringComparison.Ordinal))
            {
                var start = at++;
                while (lines[at] != "````")
                {
                    at++;
                }

                yield return new SpecFence(lines[start][4..].Trim(), string.Concat(lines[(start + 1)..at].Select(line => line + "\n")), start + 1);
            }
        }
    }
}
