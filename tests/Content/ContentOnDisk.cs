using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content;

/// <summary>A content folder of a test's own, with the example course in it.</summary>
internal sealed class ContentOnDisk : IDisposable
{
    public ContentOnDisk()
    {
        Folder = Directory.CreateTempSubdirectory("content-").FullName;
        foreach (var (path, text) in ExampleCourse.Files())
        {
            Write(path, text);
        }
    }

    public string Folder { get; }

    public string Course => Path.Combine(Folder, ExampleCourse.Id);

    public string PathOf(string path) => Path.Combine(Course, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
