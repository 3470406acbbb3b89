using System.Buffers.Binary;

namespace CohortCourses.Content.Media;

/// <summary>The size in the first bytes of a PNG, WebP or JPEG file, so that a page keeps the place before the image is there.</summary>
internal static class PixelImage
{
    public static (int Width, int Height)? Size(string contentType, ReadOnlySpan<byte> bytes) => contentType switch
    {
        "image/png" => Png(bytes),
        "image/webp" => WebP(bytes),
        _ => Jpeg(bytes),
    };

    private static (int, int)? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(PngSignature)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static (int, int)? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBPVP8"u8))
        {
            return null;
        }

        switch ((char)bytes[15])
        {
            case ' ':
                return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF,
                    BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
            case 'L':
                var packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
                return ((int)(packed & 0x3FFF) + 1, (int)((packed >> 14) & 0x3FFF) + 1);
            case 'X':
                return (TwentyFourBits(bytes[24..]) + 1, TwentyFourBits(bytes[27..]) + 1);
            default:
                return null;
        }
    }

    private static int TwentyFourBits(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    private static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return null;
        }

        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // A start of frame says the size; C4, C8 and CC share its range and say other things.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
