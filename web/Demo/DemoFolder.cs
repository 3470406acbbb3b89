using System.Text.Json;
using CohortCourses.Web.Startup;

namespace CohortCourses.Web.Demo;

/// <summary>Where a demo keeps its data: a folder that was named and stays, or a temporary one that goes with it.</summary>
internal sealed class DemoFolder : IDisposable
{
    private const string StateFile = "demo.json";

    private readonly string path;

    private DemoFolder(string path, bool isTemporary) => (this.path, IsTemporary) = (path, isTemporary);

    public string FullPath => path;

    public bool IsTemporary { get; }

    /// <exception cref="Complaint">The folder holds something else than a demo.</exception>
    public static DemoFolder Take(string? named)
    {
        if (named is null)
        {
            AbandonedDemos.Remove(Path.GetTempPath());
            return new(Directory.CreateTempSubdirectory(AbandonedDemos.Prefix).FullName, isTemporary: true);
        }

        var full = Path.GetFullPath(named);
        return Directory.Exists(full) && !IsDemo(full) && Directory.EnumerateFileSystemEntries(full).Any()
            ? throw new Complaint($"{full} holds something else than a demo. Name a new folder with --data, or leave out --demo to serve the pilot in it.")
            : new(full, isTemporary: false);
    }

    /// <summary>A demo's folder is not served as a pilot: everybody knows the tokens of its people.</summary>
    /// <exception cref="Complaint">It is a demo's folder.</exception>
    public static void Refuse(string data)
    {
        var full = Path.GetFullPath(data);
        if (IsDemo(full))
        {
            throw new Complaint($"{full} holds a demo. Start it with --demo, or name another folder with --data.");
        }
    }

    /// <summary>Where the demo's clock stood; null for a demo that was never made.</summary>
    public static DemoState? Read(string folder) =>
        IsDemo(folder) ? JsonSerializer.Deserialize<DemoState>(File.ReadAllBytes(Path.Combine(folder, StateFile)), JsonSerializerOptions.Web) : null;

    /// <summary>Writes it whole or not at all.</summary>
    public static void Write(string folder, DemoState state)
    {
        var file = Path.Combine(folder, StateFile);
        File.WriteAllBytes($"{file}.new", JsonSerializer.SerializeToUtf8Bytes(state, JsonSerializerOptions.Web));
        File.Move($"{file}.new", file, overwrite: true);
    }

    public void Dispose()
    {
        if (IsTemporary)
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static bool IsDemo(string folder) => File.Exists(Path.Combine(folder, StateFile));
}

/// <summary>Where a demo's clock stands.</summary>
/// <param name="Speed">Seconds that pass in one real second.</param>
internal sealed record DemoState(DateTimeOffset At, double Speed);
