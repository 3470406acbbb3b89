namespace CohortCourses.Web.Discussion;

/// <summary>Puts what somebody wrote before an answer to it, as people do by hand.</summary>
public static class Quoting
{
    /// <summary>Characters. Whoever wants more of it can go to the post.</summary>
    private const int Longest = 600;

    /// <summary>The text as a quotation that an answer can begin with. What it quoted itself is left out.</summary>
    public static string Of(string text)
    {
        var own = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.TrimStart().StartsWith('>'))).Trim();
        var kept = own.Length <= Longest ? own : own[..Cut(own)].TrimEnd() + " …";
        return kept.Length == 0 ? "" : string.Join('\n', kept.Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}")) + "\n\n";
    }

    /// <summary>Between two words if there are any, and never within a letter.</summary>
    private static int Cut(string text) =>
        text.LastIndexOfAny([' ', '\n'], Longest) is > 0 and var between ? between
        : char.IsLowSurrogate(text[Longest]) ? Longest - 1
        : Longest;
}
