using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Documents;

/// <summary>Documents as earlier versions wrote them. Files are added to the folder, never edited: a pilot may hold the like.</summary>
public sealed class GoldenDocumentTests
{
    private static readonly DocumentSerializer Serializer = new(new DocumentUpgrades([new SampleFromOne()]));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "golden");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryGoldenDocument_CanBeRead(string file)
    {
        var catalog = new DocumentCatalog(Serializer, [typeof(GoldenDocumentTests).Assembly]);

        Assert.Null(catalog.Problem(new("sample", file, Bytes(file), "1")));
    }

    [Fact]
    public void TheFirstVersion_IsUpgradedAsItIsRead()
    {
        var read = Serializer.Deserialize<SampleDocument>(new(Bytes("sample.v1.json")))!;

        Assert.Equal(("Building partnerships", 67), (read.Title, read.Seats));
        Assert.Equal(["opened", "مفتوح"], read.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void TheCurrentVersion_IsWrittenByteForByteAsItWas()
    {
        var golden = Bytes("sample.v2.json");

        Assert.Equal(
            BinaryData.FromBytes(golden).ToString().TrimEnd(),
            Serializer.Serialize(Serializer.Deserialize<SampleDocument>(new(golden))).ToString());
    }

    [Fact]
    public void NoGoldenDocument_WasEdited()
    {
        var known = File.ReadAllLines(Path.Combine(Folder, "SHA256SUMS")).Order(StringComparer.Ordinal);
        var found = Directory.EnumerateFiles(Folder, "*.json")
            .Select(path => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  {Path.GetFileName(path)}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(known, found);
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    /// <summary>Version 2 calls the name a title, and its log keeps a time with each line.</summary>
    private sealed class SampleFromOne : IDocumentUpgrade
    {
        public string Name => "sample";

        public int From => 1;

        public JsonObject Upgrade(JsonObject document)
        {
            var lines = document["log"]?.AsArray().Select(line => line!.GetValue<string>()) ?? [];
            var entries = lines.Select(line => new SampleEntry(line, DateTimeOffset.UnixEpoch, Mood.Calm)).ToArray();
            document["title"] = document["name"]?.DeepClone();
            document["entries"] = JsonSerializer.SerializeToNode(entries, DocumentJson.Options);
            document.Remove("name");
            document.Remove("log");
            return document;
        }
    }
}
