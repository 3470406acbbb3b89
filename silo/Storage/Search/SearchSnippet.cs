namespace CohortCourses.Storage;

/// <summary>Cuts out of a text what stands around the first found word, and marks the found words.</summary>
internal static class SearchSnippet
{
    private const int Before = 60;
    private const int Longest = 240;

    public static IReadOnlyList<SearchPart> Whole(string text, SearchWords words) => Mark(text, FoldedText.Of(text), words, 0, text.Length);

    public static IReadOnlyList<SearchPart> Cut(string text, SearchWords words)
    {
        var folded = FoldedText.Of(text);
        var length = folded.Text.Length;
        if (length <= Longest)
        {
            return Mark(text, folded, words, 0, text.Length);
        }

        var found = words.Find(folded.Text).Select(found => (int?)found.At).FirstOrDefault() ?? 0;
        var start = Step(folded.Text, Math.Clamp(found - Before, 0, length - Longest));
        var end = StepBack(folded.Text, Math.Min(length, start + Longest));
        var from = start == 0 ? 0 : folded.Place(start, 1).From;
        var to = end == length ? text.Length : folded.Place(end - 1, 1).To;
        return [.. Dots(start > 0), .. Mark(text, folded, words, from, to), .. Dots(end < length)];
    }

    /// <summary>To the next beginning of a word, if there is one near.</summary>
    private static int Step(string folded, int start)
    {
        var space = start == 0 ? -1 : folded.IndexOf(' ', start, Math.Min(20, folded.Length - start));
        var stepped = space < 0 ? start : space + 1;
        return stepped < folded.Length && char.IsLowSurrogate(folded[stepped]) ? stepped + 1 : stepped;
    }

    /// <summary>Back to the last end of a word, if there is one near.</summary>
    private static int StepBack(string folded, int end)
    {
        var space = end == folded.Length ? -1 : folded.LastIndexOf(' ', end - 1, 20);
        var stepped = space < 0 ? end : space;
        return stepped < folded.Length && char.IsLowSurrogate(folded[stepped]) ? stepped + 1 : stepped;
    }

    private static IEnumerable<SearchPart> Dots(bool isCut) => isCut ? [new("…", IsFound: false)] : [];

    private static List<SearchPart> Mark(string text, FoldedText folded, SearchWords words, int from, int to)
    {
        var parts = new List<SearchPart>();
        var end = from;
        foreach (var (at, length) in words.Find(folded.Text))
        {
            var place = folded.Place(at, length);
            if (place.From >= end && place.To <= to)
            {
                parts.Add(new(text[end..place.From], IsFound: false));
                parts.Add(new(text[place.From..place.To], IsFound: true));
                end = place.To;
            }
        }

        parts.Add(new(text[end..to], IsFound: false));
        parts.RemoveAll(part => part.Text.Length == 0);
        return parts;
    }
}
