using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// What stands for somebody in what leaves the server: a code that only the cohort's secret can make. Made for another label it is another
/// code, so that two files do not lead to the same people, and the same label makes the same file again.
/// </summary>
public sealed class StudyKeys(ReadOnlyMemory<byte> secret)
{
    /// <summary>The label of the keys under which texts are coded; no export may have it.</summary>
    public const string Coding = "coding";

    public const int SecretBytes = 32;

    private const int Characters = 10;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <param name="id">A learner id, or the id of an anonymous answer.</param>
    public string Of(string label, string id)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes($"{label}\n{id}"), hash);
        return string.Concat("p-", string.Create(Characters, hash, (key, bytes) =>
        {
            var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes);
            for (var at = 0; at < key.Length; at++)
            {
                key[at] = Alphabet[(int)(bits >> (59 - (5 * at)) & 31)];
            }
        }));
    }
}
