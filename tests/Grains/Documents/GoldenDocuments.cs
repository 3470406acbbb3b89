using System.Reflection;
using System.Text.Json.Nodes;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Documents;

/// <summary>Documents as some version of the program stored them, and what reads them today.</summary>
internal static class GoldenDocuments
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "golden");

    /// <summary>The serializer that the silo uses, with all the upgrades that it knows.</summary>
    public static DocumentSerializer Serializer { get; } =
        (DocumentSerializer)new ServiceCollection().AddSilo(new()).BuildServiceProvider().GetRequiredService<IGrainStorageSerializer>();

    public static DocumentCatalog Catalog { get; } =
        new(Serializer, [Assembly.Load("CohortCourses.Grains"), Assembly.Load("CohortCourses.Hosting")]);

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static ReadOnlyMemory<byte> Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static JsonNode Json(string file) => JsonNode.Parse(Read(file).Span)!;

    public static string Name(string file) => file.Split('.')[0];

    public static T Load<T>(string file)
        where T : class => Serializer.Deserialize<T>(new BinaryData(Read(file)))!;

    public static JsonNode Write<T>(T document) => JsonNode.Parse(Serializer.Serialize(document).ToMemory().Span)!;

    /// <summary>Writes a document of a type that only its name tells.</summary>
    public static JsonNode Write(Type type, object? document) => (JsonNode)typeof(GoldenDocuments)
        .GetMethods().Single(method => method is { Name: nameof(Write), IsGenericMethod: true })
        .MakeGenericMethod(type)
        .Invoke(null, [document])!;
}
