namespace CohortCourses.Tests.House;

/// <summary>The source as it lies on disk. Paths are relative to its root, with slashes.</summary>
internal static class Repository
{
    /// <summary>What builds, tools and packages leave behind.</summary>
    private static readonly string[] NotOurs = [".git", "artifacts", "node_modules", "bin", "obj", "TestResults", ".vs", ".idea", ".vscode", "data"];

    /// <summary>Other people's work that we keep a copy of.</summary>
    private const string Vendored = "web/wwwroot/lib/";

    public static string Root { get; } = FindRoot();

    private static readonly Lazy<string[]> Everything = new(() => [.. Walk("").Order(StringComparer.Ordinal)]);

    public static IEnumerable<string> Files(params string[] extensions) => Everything.Value
        .Where(path => !path.StartsWith(Vendored, StringComparison.Ordinal))
        .Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal));

    public static IEnumerable<string> FilesUnder(string folder, params string[] extensions) =>
        Files(extensions).Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>The folders right under one, by name.</summary>
    public static IEnumerable<string> Folders(string folder) =>
        FilesUnder(folder).Select(path => path[(folder.Length + 1)..].Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string folder)
    {
        var directory = new DirectoryInfo(Path.Combine(Root, folder));
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (NotOurs.Contains(entry.Name, StringComparer.Ordinal) || entry.LinkTarget is not null)
            {
                continue;
            }

            if (entry is FileInfo)
            {
                yield return path;
                continue;
            }

            foreach (var inner in Walk(path))
            {
                yield return inner;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CohortCourses.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests of the house run inside its source.");
    }
}
