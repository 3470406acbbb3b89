using System.Security.Cryptography;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Media;

/// <summary>Reads an image: its type by name and by content, its size, and for drawings that they only draw.</summary>
internal static class MediaReader
{
    public static string? ContentType(string path) => Path.GetExtension(path) switch
    {
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".jpg" or ".jpeg" => "image/jpeg",
        _ => null,
    };

    public static MediaFile? Read(string path, ReadOnlyMemory<byte> bytes, ProblemLog problems)
    {
        var type = ContentType(path)!;
        var size = type == "image/svg+xml" ? Drawing.Read(bytes, problems) : PixelImage.Size(type, bytes.Span);
        if (size is not { } known)
        {
            if (type != "image/svg+xml")
            {
                problems.Add(0, $"The content is not {type}, which its name promises.", "Save the image again under the right name.");
            }

            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 6));
        return new(path, type, hash, known.Width, known.Height, bytes);
    }
}
