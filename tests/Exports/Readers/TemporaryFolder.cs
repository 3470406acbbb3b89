namespace CohortCourses.Tests.Exports.Readers;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("exports-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public override string ToString() => _path;

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
