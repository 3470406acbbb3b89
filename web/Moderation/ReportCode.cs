using System.Security.Cryptography;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Moderation;

/// <summary>
/// The code by which somebody who is not signed in follows their report: twenty letters and digits that can't be mistaken for each other. Only its
/// hash is kept, and that is the report's id.
/// </summary>
public static class ReportCode
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 20;
    private const int Group = 5;

    /// <summary>Such as <c>K7QZD-…</c>, in groups of five.</summary>
    public static string Make() => Show(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>The code as it is shown, however it was typed; null if it is none.</summary>
    public static string? Read(string? typed)
    {
        var bare = new string([.. (typed ?? "").Take(100).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return bare.Length == Length && bare.All(Alphabet.Contains) ? Show(bare) : null;
    }

    /// <summary>What is kept of it.</summary>
    /// <param name="code">As it is shown.</param>
    public static string IdOf(string code) => Secrets.Hash(code);

    private static string Show(string bare) => string.Join('-', bare.Chunk(Group).Select(group => new string(group)));
}
