using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CohortCourses.Tests.StoreProcess;

/// <summary>A document's body that says which write it was and proves to be whole: document, step, noise, and a hash of all three.</summary>
public static class CheckedBody
{
    private const int Numbers = 8;

    public static byte[] Make(int document, int step)
    {
        var noise = new Random(unchecked((document * 397) ^ step));
        var body = new byte[Numbers + noise.Next(100, 4000) + SHA256.HashSizeInBytes];
        noise.NextBytes(body);
        BinaryPrimitives.WriteInt32LittleEndian(body, document);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), step);
        SHA256.HashData(body.AsSpan(..^SHA256.HashSizeInBytes), body.AsSpan(^SHA256.HashSizeInBytes..));
        return body;
    }

    /// <summary>The document and step; null where the body is torn.</summary>
    public static (int Document, int Step)? Read(ReadOnlySpan<byte> body) =>
        body.Length > SHA256.HashSizeInBytes && SHA256.HashData(body[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(body[^SHA256.HashSizeInBytes..])
            ? (BinaryPrimitives.ReadInt32LittleEndian(body), BinaryPrimitives.ReadInt32LittleEndian(body[4..]))
            : null;
}
