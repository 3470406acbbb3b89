namespace CohortCourses.Tests.House;

/// <summary>A file that a reviewer sees change. RENEW_APPROVED=1 writes it anew; the change is then read like code.</summary>
internal static class Approved
{
    private static bool Renewing => Environment.GetEnvironmentVariable("RENEW_APPROVED") == "1";

    /// <summary>Compares line by line, and says which lines went and which came.</summary>
    public static void Matches(string name, IReadOnlyList<string> lines, string ifLinesWent)
    {
        var path = Path.Combine(Repository.Root, "tests", "House", "approved", name);
        if (Renewing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Join('\n', lines) + "\n");
            return;
        }

        var approved = File.Exists(path) ? File.ReadAllLines(path) : [];
        var (went, came) = (approved.Except(lines, StringComparer.Ordinal).ToList(), lines.Except(approved, StringComparer.Ordinal).ToList());
        Flaws.None(
            [.. went.Select(line => $"- {line}"), .. came.Select(line => $"+ {line}")],
            (went.Count > 0 ? ifLinesWent + " " : "") + $"If this is meant, RENEW_APPROVED=1 renews tests/House/approved/{name}.");
        Assert.Equal(approved, lines);
    }
}
