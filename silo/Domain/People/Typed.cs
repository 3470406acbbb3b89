using System.Text;

namespace CohortCourses.Domain.People;

/// <summary>What people and programs send as text may hold halves of characters, and code points that are none. Neither can be normalised.</summary>
public static class Typed
{
    /// <summary>Code points that Unicode keeps free for ever.</summary>
    public static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Whether all of it is characters.</summary>
    public static bool IsWhole(string typed) => typed.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !IsNoCharacter(rune));

    /// <summary>The text without what is no character.</summary>
    public static string Whole(string typed) => IsWhole(typed)
        ? typed
        : string.Concat(typed.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && !IsNoCharacter(rune)).Select(rune => rune.ToString()));
}
