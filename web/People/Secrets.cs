using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Web.People;

/// <summary>Tokens of links and of the API. The token is shown once; only its hash is kept.</summary>
public static class Secrets
{
    private const int Bytes = 32;

    /// <summary>43 characters that can stand in an address.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What a token is kept under: its SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether a text can be a token of ours at all, so that whatever else is typed into an address costs nothing.</summary>
    public static bool LooksLikeOne(string? token) =>
        token?.Length == Base64Url.GetEncodedLength(Bytes) && token.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
