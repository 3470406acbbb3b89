using System.Globalization;
using System.Text;

namespace CohortCourses.Web.Evaluation;

/// <summary>A part of a text that is chosen as one: a sentence, or a line.</summary>
/// <param name="Start">Its first character, in code points.</param>
/// <param name="End">The one after its last.</param>
public sealed record Sentence(int Start, int End, string Words)
{
    /// <summary>As a box of a form sends it.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Start}-{End}");

    /// <summary>The place from the first to the last of some sentences, as they were sent; null if none was.</summary>
    public static (int Start, int End)? Read(IEnumerable<string> values)
    {
        var read = values.Select(value => value.Split('-')).Where(parts => parts.Length == 2)
            .Select(parts => (Start: Number(parts[0]), End: Number(parts[1]))).Where(place => place.Start >= 0 && place.End > place.Start).ToList();
        return read.Count == 0 ? null : (read.Min(place => place.Start), read.Max(place => place.End));
    }

    private static int Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>Cuts a text after what ends a sentence in the scripts of the world, so that a part of it can be chosen without a pointer.</summary>
public static class Sentences
{
    private static readonly HashSet<int> Ends = [.. ".!?…؟۔。！？।॥።".EnumerateRunes().Select(rune => rune.Value)];

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var found = new List<Sentence>();
        var start = 0;
        for (var at = 0; at < runes.Length; at++)
        {
            var isLast = at == runes.Length - 1;
            var isEnd = runes[at].Value == '\n' || (Ends.Contains(runes[at].Value) && !isLast && (Rune.IsWhiteSpace(runes[at + 1]) || runes[at].Value > 0x2FFF));
            if (isEnd || isLast)
            {
                Take(at + 1);
                start = at + 1;
            }
        }

        return found;

        void Take(int end)
        {
            var (from, to) = (start, end);
            while (from < to && Rune.IsWhiteSpace(runes[from]))
            {
                from++;
            }

            while (to > from && Rune.IsWhiteSpace(runes[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                found.Add(new(from, to, string.Concat(runes[from..to].Select(rune => rune.ToString()))));
            }
        }
    }
}
