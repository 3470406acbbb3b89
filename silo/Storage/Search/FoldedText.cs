using System.Globalization;
using System.Text;

namespace CohortCourses.Storage;

/// <summary>
/// A text as search compares it: small letters without accents, one form of each Arabic letter, no vowel marks, no stretching, digits 0 to 9, one
/// space between words. Each of its characters knows where it came from, so that what was found can be marked in the text itself.
/// </summary>
internal sealed class FoldedText
{
    private readonly StringBuilder folded;
    private readonly List<int> origins;
    private readonly string source;
    private string? text;

    private FoldedText(string source)
    {
        this.source = source;
        folded = new(source.Length);
        origins = new(source.Length);
    }

    public string Text => text ??= folded.ToString();

    public static FoldedText Of(string source)
    {
        var result = new FoldedText(source);
        var at = 0;
        while (at < source.Length)
        {
            at = result.Take(at);
        }

        return result;
    }

    /// <summary>Where a stretch of the folded text stands in the source; marks on its last letter belong to it.</summary>
    public (int From, int To) Place(int start, int length)
    {
        var from = origins[start];
        var to = start + length < origins.Count ? origins[start + length] : source.Length;
        return (from, Math.Max(to, from + 1));
    }

    private int Take(int at)
    {
        // Whom a post names is no word of it: their name may change.
        if (source[at] == '@' && at + 1 < source.Length && source[at + 1] == '{' && source.IndexOf('}', at) is > 0 and var end)
        {
            Add(' ', at);
            return end + 1;
        }

        if (!Rune.TryGetRuneAt(source, at, out var rune))
        {
            Add(' ', at);
            return at + 1;
        }

        if (rune.IsAscii)
        {
            Add(char.ToLowerInvariant((char)rune.Value), at);
            return at + 1;
        }

        foreach (var part in Parts(rune))
        {
            Fold(part, at);
        }

        return at + rune.Utf16SequenceLength;
    }

    /// <summary>What a character is made of. Kana and Hangul stay whole: their marks and parts make another letter.</summary>
    private static string Parts(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0xAC00 and <= 0xD7A3)
        ? rune.ToString()
        : rune.ToString().Normalize(NormalizationForm.FormKD);

    private void Fold(char part, int at)
    {
        if (part is '\u3099' or '\u309A' && folded.Length > 0 && string.Concat(folded[^1], part).Normalize(NormalizationForm.FormC) is { Length: 1 } voiced)
        {
            folded[^1] = voiced[0];
        }
        else if (!IsDropped(part))
        {
            foreach (var letter in Plain(part))
            {
                Add(letter, at);
            }
        }
    }

    private void Add(char letter, int at)
    {
        var plain = char.IsWhiteSpace(letter) || char.IsControl(letter) ? ' ' : letter;
        if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' '))
        {
            folded.Append(plain);
            origins.Add(at);
        }
    }

    private static bool IsDropped(char part) => part
        is (>= '\u0300' and <= '\u036F') // accents
        or (>= '\u0591' and <= '\u05C7') // Hebrew points
        or (>= '\u0610' and <= '\u061A') or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u06D6' and <= '\u06ED') or '\u0640' // Arabic marks and stretching
        || (CharUnicodeInfo.GetUnicodeCategory(part) == UnicodeCategory.Format);

    private static string Plain(char part) => part switch
    {
        '\u0671' => "\u0627", // alef that joins
        '\u0649' or '\u06CC' => "\u064A", // yeh
        '\u06A9' => "\u0643", // kaf
        '\u0629' => "\u0647", // teh marbuta
        '\u00DF' or '\u1E9E' => "ss",
        '\u00E6' or '\u00C6' => "ae",
        '\u0153' or '\u0152' => "oe",
        '\u00F8' or '\u00D8' => "o",
        '\u0142' or '\u0141' => "l",
        '\u0111' or '\u0110' => "d",
        '\u0131' => "i",
        '\u03C2' => "\u03C3", // sigma at the end of a word
        '\u2019' => "'",
        _ when char.IsDigit(part) => CharUnicodeInfo.GetDecimalDigitValue(part).ToString(CultureInfo.InvariantCulture),
        _ => char.ToLowerInvariant(part).ToString(),
    };
}
