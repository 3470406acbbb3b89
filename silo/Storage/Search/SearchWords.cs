using System.Text;

namespace CohortCourses.Storage;

/// <summary>What somebody typed to be found. Quotes keep words together; no other sign means anything, and nothing that is typed is an error.</summary>
internal sealed class SearchWords
{
    private const int Most = 8;
    private const int LongestQuery = 300;
    private const string Quotes = "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D";
    private const string Signs = "*-()[]{}'!?.,;:\u060C\u061F\u3001\u3002";

    private readonly List<string> words;

    private SearchWords(List<string> words) => this.words = words;

    public bool AreNone => words.Count == 0;

    /// <summary>Words for trigrams, as a query to the index; empty if there are none.</summary>
    public string Long => string.Join(" AND ", words.Where(word => !IsShort(word)).Select(word => $"{{body}} : {Quoted(word)}"));

    /// <summary>Words of one or two letters, as a query to their index; empty if there are none.</summary>
    public string Short => string.Join(" AND ", words.Where(IsShort).SelectMany(ShortWords.Of).Select(word => $"{{body}} : {Quoted(word)}"));

    public static SearchWords In(string? typed)
    {
        var text = typed ?? "";
        var cut = text.Length <= LongestQuery ? text : text[..LongestQuery];
        var found = new List<string>();
        foreach (var (part, place) in Whole(cut).Normalize(NormalizationForm.FormC).Split(Quotes.ToCharArray()).Select((part, place) => (part, place)))
        {
            var folded = FoldedText.Of(part).Text.Trim();
            found.AddRange((place % 2 == 1 ? [folded] : folded.Split(' ')).Select(word => word.Trim(Signs.ToCharArray()).Trim()));
        }

        return new([.. found.Where(word => word.Length > 0 && word.Any(letter => !char.IsPunctuation(letter))).Distinct(StringComparer.Ordinal).Take(Most)]);
    }

    /// <summary>Where the words stand in a folded text, the first first, without overlaps.</summary>
    public IEnumerable<(int At, int Length)> Find(string folded)
    {
        var end = 0;
        foreach (var (at, length) in words.SelectMany(word => All(folded, word)).OrderBy(found => found.At).ThenByDescending(found => found.Length))
        {
            if (at >= end)
            {
                yield return (at, length);
                end = at + length;
            }
        }
    }

    /// <summary>Half characters can't be normalised.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static IEnumerable<(int At, int Length)> All(string folded, string word)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            if (!IsShort(word) || ShortWords.IsAt(folded, at, word))
            {
                yield return (at, word.Length);
            }
        }
    }

    private static bool IsShort(string word) => word.EnumerateRunes().Count() < 3;

    private static string Quoted(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
