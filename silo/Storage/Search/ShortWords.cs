using System.Globalization;
using System.Text;

namespace CohortCourses.Storage;

/// <summary>
/// What can be found by one or two letters, for which trigrams are too long: the first letters of a word, and where words are not set apart, as in
/// Japanese, any two that follow each other. Written as hexadecimal words, so that a tokenizer sees nothing else in them.
/// </summary>
internal static class ShortWords
{
    public static string In(string folded)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < folded.Length; at++)
        {
            var here = folded[at];
            if (here == ' ')
            {
                continue;
            }

            var isStart = at == 0 || IsApart(folded[at - 1]);
            if (isStart || IsApart(here))
            {
                found.Add(Coded(folded.AsSpan(at, 1)));
            }

            if (at + 1 < folded.Length && folded[at + 1] != ' ' && (isStart || IsApart(here) || IsApart(folded[at + 1])))
            {
                found.Add(Coded(folded.AsSpan(at, 2)));
            }
        }

        return string.Join(' ', found);
    }

    /// <summary>What to look for to find a word of one or two letters; all of it has to be there.</summary>
    public static IEnumerable<string> Of(string word) => word.Length == 1
        ? [Coded(word)]
        : Enumerable.Range(0, word.Length - 1).Select(at => Coded(word.AsSpan(at, 2)));

    /// <summary>Whether a short word is found here in a text: the same rule as above, to mark it.</summary>
    public static bool IsAt(string folded, int at, string word) =>
        at == 0 || IsApart(folded[at - 1]) || IsApart(folded[at]) || (word.Length > 1 && IsApart(folded[at + 1]));

    private static string Coded(ReadOnlySpan<char> letters)
    {
        var coded = new StringBuilder("x", 9);
        foreach (var letter in letters)
        {
            coded.Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
        }

        return coded.ToString();
    }

    /// <summary>Whether a character stands by itself: no letter or digit, or one of a script that sets no spaces.</summary>
    private static bool IsApart(char letter) => !char.IsLetterOrDigit(letter) || letter
        is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') // Thai, Lao, Burmese, Khmer
        or (>= '\u3005' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');
}
