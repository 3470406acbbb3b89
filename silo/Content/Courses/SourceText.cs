using System.Buffers;
using System.Text;

namespace CohortCourses.Content.Courses;

/// <summary>Turns the bytes of a text file into text with plain line ends, or into a problem.</summary>
internal static class SourceText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static string? Decode(ReadOnlySpan<byte> bytes, ProblemLog problems)
    {
        bytes = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (FirstInvalid(bytes) is { } at)
        {
            var line = bytes[..at].Count((byte)'\n') + 1;
            problems.Add(line, "The file is not UTF-8 from here on.", "Save it as UTF-8 in your editor.");
            return null;
        }

        return Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n");
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
            {
                return at;
            }

            at += length;
        }

        return null;
    }
}
