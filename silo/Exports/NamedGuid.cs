using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Exports;

/// <summary>A GUID that follows from a name (RFC 9562, version 5): the same name in the same space gives the same one.</summary>
public static class NamedGuid
{
    public static Guid Of(Guid space, string name)
    {
        // The standard prescribes SHA-1; nothing is kept secret by it.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash[..16], bigEndian: true);
    }
}
