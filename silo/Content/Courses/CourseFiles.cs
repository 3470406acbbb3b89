using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Content.Courses;

/// <summary>The bytes of a course at one moment, by path from the course's folder, and what could not be read.</summary>
public sealed class CourseFiles
{
    private CourseFiles(
        string courseId, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files, ImmutableArray<ContentProblem> problems)
    {
        CourseId = courseId;
        Files = files;
        Problems = problems;
        Hash = HashOf(files, problems);
    }

    /// <summary>The folder's name.</summary>
    public string CourseId { get; }

    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files { get; }

    public ImmutableArray<ContentProblem> Problems { get; }

    /// <summary>16 hexadecimal digits over all paths and bytes, and over what could not be read.</summary>
    public string Hash { get; }

    /// <summary>Reads a course's folder. Never throws for what is in it: what cannot be read becomes a problem.</summary>
    public static CourseFiles Read(string folder)
    {
        var reader = new CourseFolder(folder);
        reader.Read();
        return new(reader.CourseId, reader.Files.ToImmutable(), reader.Problems.Sorted());
    }

    /// <summary>A course that is not on disk: for examples and tests.</summary>
    public static CourseFiles Of(string courseId, IEnumerable<KeyValuePair<string, string>> texts) =>
        new(
            courseId,
            texts.ToImmutableSortedDictionary(
                text => text.Key, text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text.Value), StringComparer.Ordinal),
            []);

    private static string HashOf(
        ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files, ImmutableArray<ContentProblem> problems)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\n"));
            hash.AppendData(SHA256.HashData(bytes.Span));
        }

        foreach (var problem in problems)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(problem.ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
