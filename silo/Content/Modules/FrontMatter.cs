using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Modules;

/// <summary>What stands between the two lines of dashes at the head of a page.</summary>
/// <param name="Title">The page's heading.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Minutes">How long the page takes.</param>
/// <param name="Outcomes">What a reader can do afterwards.</param>
/// <param name="Change">What was corrected, shown once to those who had read the page before.</param>
/// <param name="Stamp">In a translation: what each of its segments was made from.</param>
/// <param name="StampLine">Where the stamp stands, or where the front matter starts.</param>
internal sealed record FrontMatter(
    (string Text, int Line)? Title,
    (string Text, int Line)? Summary,
    (int Value, int Line)? Minutes,
    ImmutableArray<(string Text, int Line)> Outcomes,
    string? Change,
    Stamp? Stamp,
    int StampLine)
{
    public const string StampKey = "source";

    private const string Fence = "---";

    public static FrontMatter None { get; } = new(null, null, null, [], null, null, 1);

    /// <summary>Splits a page into its front matter and its body. Both may be empty; the number is of lines above the body.</summary>
    public static (string Yaml, string Body, int LinesAbove) Split(string text, ProblemLog problems)
    {
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            return ("", text, 0);
        }

        var end = text.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0 && text.EndsWith("\n" + Fence, StringComparison.Ordinal))
        {
            end = text.Length - Fence.Length - 1;
        }

        if (end < 0)
        {
            problems.Add(1, "The front matter is not closed.", "End it with a line of three dashes.");
            return ("", text, 0);
        }

        var yaml = end > Fence.Length ? text[(Fence.Length + 1)..end] : "";
        var bodyStart = Math.Min(end + Fence.Length + 2, text.Length);
        return (yaml, text[bodyStart..], text.AsSpan(0, bodyStart).Count('\n'));
    }

    public static FrontMatter Read(string yaml, PageKind kind, bool isSource, ProblemLog problems)
    {
        if (string.IsNullOrWhiteSpace(yaml))
        {
            if (kind == PageKind.Module)
            {
                problems.Add(1, "The page has no front matter.", "Begin it with a line of three dashes, `title:`, `summary:`, `minutes:`, `outcomes:` and three dashes again.");
            }

            return None;
        }

        if (YamlMap.Parse(yaml, 1, problems) is not { } map)
        {
            return None;
        }

        var front = kind == PageKind.Module ? ReadModule(map, isSource) : None;
        if (!isSource)
        {
            var stamp = map.Texts(StampKey, required: false);
            front = front with { Stamp = Stamp.Read(stamp, problems), StampLine = map.LineOfKey(StampKey) };
        }

        map.RefuseOtherKeys();
        return front;
    }

    private static FrontMatter ReadModule(YamlMap map, bool isSource) => new(
        map.Text("title", isSource),
        map.Text("summary", isSource),
        map.Number("minutes", 1, 600, isSource),
        map.Texts("outcomes", isSource),
        map.Text("change", required: false)?.Value,
        null,
        map.Line);
}
