namespace CohortCourses.Content.Discussion;

/// <summary>
/// Tells texts that only somebody writes who wants the reading of them to take long. The time that Markdown takes for each of these grows with the
/// square of how many there are.
/// </summary>
internal static class Tangle
{
    private const int DeepestLine = 64;
    private const int MostOpenBrackets = 200;
    private const int MostRuns = 1_500;

    public static bool Is(string text)
    {
        var (open, runs) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '[' when ++open > MostOpenBrackets:
                    return true;
                case ']' when open > 0:
                    open--;
                    break;
                case '*' or '_' when (at == 0 || text[at - 1] != text[at]) && ++runs > MostRuns:
                    return true;
            }
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Depth(line) > DeepestLine)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many quotes and lists begin on a line, one in another.</summary>
    private static int Depth(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var isMarker = line[at] == '>' || (line[at] is '-' or '+' or '*' or '.' or ')' && at + 1 < line.Length && line[at + 1] is ' ' or '\t');
            if (isMarker)
            {
                depth++;
            }
            else if (line[at] is not (' ' or '\t') && !char.IsAsciiDigit(line[at]))
            {
                break;
            }
        }

        return depth;
    }
}
