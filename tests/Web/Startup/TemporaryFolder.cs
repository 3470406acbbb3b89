namespace CohortCourses.Tests.Web.Startup;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cohort-courses-test-");

    public string FullPath => folder.FullName;

    public string this[string name] => Path.Combine(FullPath, name);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Copies a folder with all that is in it.</summary>
    public string Copy(string source, string name)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(this[name], Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return this[name];
    }
}
