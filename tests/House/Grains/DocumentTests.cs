using System.Globalization;
using System.Reflection;
using CohortCourses.Storage;

namespace CohortCourses.Tests.House.Grains;

/// <summary>What is stored. That each document stands in the registry of personal data is held in tests/Web, where the registry works.</summary>
public sealed class DocumentTests
{
    private const string Golden = "tests/Grains/golden";

    private static readonly (Type Type, DocumentAttribute Document)[] Documents =
    [
        .. new[] { "CohortCourses.Grains", "CohortCourses.Hosting" }
            .SelectMany(assembly => Assembly.Load(assembly).GetTypes())
            .Select(type => (type, type.GetCustomAttribute<DocumentAttribute>(inherit: false)!))
            .Where(found => found.Item2 is not null),
    ];

    [Fact]
    public void EveryDocument_HasANameOfItsOwn() => Assert.Distinct(Documents.Select(stored => stored.Document.Name));

    [Fact]
    public void EveryVersionOfEveryDocument_HasGoldenData() => Flaws.None(
        from stored in Documents
        from version in Enumerable.Range(1, stored.Document.Version)
        let file = $"{Golden}/{stored.Document.Name}.v{version.ToString(CultureInfo.InvariantCulture)}.json"
        where !Repository.Files(".json").Contains(file, StringComparer.Ordinal)
        select file,
        "A document that was ever stored can be read for ever: keep one of each version. tests/README.md says how.");

    [Fact]
    public void EveryGoldenFile_BelongsToADocument() => Flaws.None(
        from file in Repository.FilesUnder(Golden, ".json")
        let name = Path.GetFileName(file).Split('.')[0]
        where !Documents.Any(stored => stored.Document.Name == name)
        select file,
        "Golden data is never deleted: a pilot may still hold such a document.");
}
