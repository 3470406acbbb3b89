using System.Collections.Immutable;
using System.Globalization;

namespace CohortCourses.Content.Courses;

/// <summary>Walks a course's folder: files into memory, within the limits, and nothing through a symbolic link.</summary>
internal sealed class CourseFolder(string folder)
{
    private const int DeepestFolder = 4;

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private long _total;

    public string CourseId => Path.GetFileName(_root);

    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Builder Files { get; } =
        ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    public ProblemLog Problems { get; } = new(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));

    public void Read()
    {
        var root = new DirectoryInfo(_root);
        if (!root.Exists)
        {
            Problems.Add(0, "The course's folder is not there.", "Put it back, or leave it away for good and restart.");
        }
        else if (IsLink(root))
        {
            RefuseLink(Problems);
        }
        else
        {
            Walk(root, "", 1);
        }
    }

    /// <summary>What editors and desktops leave behind is no part of a course.</summary>
    internal static bool IsLitter(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || name.StartsWith('#')
        || name.EndsWith(".swp", StringComparison.Ordinal) || name.EndsWith(".tmp", StringComparison.Ordinal);

    private void Walk(DirectoryInfo directory, string path, int depth)
    {
        foreach (var entry in Entries(directory, path))
        {
            var entryPath = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
            if (IsLitter(entry.Name))
            {
                continue;
            }

            if (IsLink(entry))
            {
                RefuseLink(Problems.For(entryPath));
            }
            else if (entry is FileInfo file)
            {
                ReadFile(file, entryPath);
            }
            else if (depth < DeepestFolder)
            {
                Walk((DirectoryInfo)entry, entryPath, depth + 1);
            }
        }
    }

    private IEnumerable<FileSystemInfo> Entries(DirectoryInfo directory, string path)
    {
        try
        {
            return [.. directory.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Unreadable(path, error);
            return [];
        }
    }

    private void ReadFile(FileInfo file, string path)
    {
        var limit = path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal)
            ? ContentLimits.TextFile
            : ContentLimits.ImageFile;
        try
        {
            if (file.Length > limit || _total + file.Length > ContentLimits.Course)
            {
                Problems.For(path).Add(
                    0,
                    string.Create(CultureInfo.InvariantCulture, $"The file has {file.Length / 1024} kB; {limit / 1024} kB are allowed, and {ContentLimits.Course / 1024 / 1024} MB for the whole course."),
                    "Make it smaller or split it.");
                return;
            }

            var bytes = File.ReadAllBytes(file.FullName);
            _total += bytes.Length;
            Files[path] = bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Unreadable(path, error);
        }
    }

    private void Unreadable(string path, Exception error) =>
        Problems.For(path).Add(0, $"It cannot be read ({error.GetType().Name}).", "Let the server's account read it.");

    private static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null;

    private static void RefuseLink(ProblemLog problems) =>
        problems.Add(0, "This is a symbolic link; a course is made of files of its own.", "Replace the link by the file itself.");
}
