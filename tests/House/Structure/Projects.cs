using System.Xml.Linq;

namespace CohortCourses.Tests.House.Structure;

/// <summary>A project as its file says: what it refers to.</summary>
internal sealed record Project(string Path, string Name, IReadOnlySet<string> References, IReadOnlySet<string> Packages)
{
    /// <summary>The name under which build/GrainRuntime.props counts as a reference.</summary>
    public const string Runtime = "runtime";

    public static IReadOnlyList<Project> All { get; } = [.. Repository.Files(".csproj").Select(Load)];

    private static Project Load(string path)
    {
        var project = XDocument.Parse(Repository.Read(path)).Root!;
        var references = project.Descendants("ProjectReference").Select(reference => NameOf((string)reference.Attribute("Include")!)).ToHashSet(StringComparer.Ordinal);
        if (project.Elements("Import").Any(import => ((string)import.Attribute("Project")!).EndsWith("GrainRuntime.props", StringComparison.Ordinal)))
        {
            references.Add(Runtime);
        }

        return new(path, NameOf(path), references, project.Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!).ToHashSet(StringComparer.Ordinal));
    }

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
