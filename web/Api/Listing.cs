using System.Buffers.Text;
using System.ComponentModel;
using System.Text;

namespace CohortCourses.Web.Api;

/// <summary>A part of a list.</summary>
public sealed record Listing<T>(
    IReadOnlyList<T> Items,
    [property: Description("The cursor of the next part; null if this is the last one.")] string? Next);

/// <summary>Cuts a list into parts that stay right while the list changes: a cursor is the key of the last one that was seen.</summary>
internal static class Listing
{
    public const int Size = 50;

    private const int LongestCursor = 256;

    /// <summary>The part after a cursor, by key; null if the cursor is none of ours.</summary>
    /// <param name="all">In any order.</param>
    public static (IReadOnlyList<T> Items, string? Next)? Cut<T>(IEnumerable<T> all, Func<T, string> keyOf, string? cursor)
    {
        if (Read(cursor) is not { } after)
        {
            return null;
        }

        var part = all.Where(item => string.CompareOrdinal(keyOf(item), after) > 0).OrderBy(keyOf, StringComparer.Ordinal).Take(Size + 1).ToList();
        return part.Count <= Size ? (part, null) : (part[..Size], Write(keyOf(part[Size - 1])));
    }

    /// <summary>As <see cref="Cut{T}(IEnumerable{T}, Func{T, string}, string)"/>, of a list that is in the order of its keys: only the part is looked at.</summary>
    public static (IReadOnlyList<T> Items, string? Next)? CutSorted<T>(IReadOnlyList<T> sorted, Func<T, string> keyOf, string? cursor)
    {
        if (Read(cursor) is not { } after)
        {
            return null;
        }

        var (from, beyond) = (0, sorted.Count);
        while (from < beyond)
        {
            var middle = (from + beyond) / 2;
            (from, beyond) = string.CompareOrdinal(keyOf(sorted[middle]), after) > 0 ? (from, middle) : (middle + 1, beyond);
        }

        var part = sorted.Skip(from).Take(Size).ToList();
        return (part, from + Size < sorted.Count ? Write(keyOf(part[^1])) : null);
    }

    public static string Write(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <summary>The key that a cursor stands for: empty for none, null if it is none of ours.</summary>
    public static string? Read(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? ""
        : cursor.Length <= LongestCursor && cursor.All(char.IsAscii) && Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor))
        : null;
}
