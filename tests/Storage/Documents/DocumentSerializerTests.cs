using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Documents;

public sealed class DocumentSerializerTests
{
    private static readonly DocumentSerializer Serializer = new();

    [Fact]
    public void RoundTrip_KeepsEveryKindOfMember()
    {
        var entry = new SampleEntry("مرحبا <&> 'こんにちは' 😀", new DateTimeOffset(2021, 2, 1, 18, 30, 0, 123, TimeSpan.FromHours(5.5)), Mood.Tired);
        var document = new SampleDocument("Week 1", 0, "n", null, [entry, entry with { Mood = Mood.Calm }], ImmutableSortedDictionary<string, int>.Empty.Add("a", 1))
        {
            ByName = ImmutableSortedDictionary.Create<string, SampleEntry>(StringComparer.Ordinal).Add("b", entry).Add("B", entry),
            Words = ImmutableSortedSet.Create(StringComparer.Ordinal, "x", "X"),
            Moods = ImmutableDictionary<Mood, int>.Empty.Add(Mood.Tired, 3),
            Pages = ImmutableSortedDictionary<int, ImmutableArray<string>>.Empty.Add(2, ["a"]).Add(10, []),
            Day = new DateOnly(2021, 2, 1),
            Hour = new TimeOnly(18, 30),
            Length = TimeSpan.FromMinutes(90.5),
            Id = Guid.Parse("018f3c2e-7a5b-7cc0-9d1e-2f3a4b5c6d7e"),
            Open = false,
        };

        var read = Serializer.Deserialize<SampleDocument>(Serializer.Serialize(document))!;

        Assert.Equal(Json(document), Json(read));
        Assert.Equal(document.Entries.AsEnumerable(), read.Entries.AsEnumerable());
        Assert.Equal((document.Seats, document.Greeting, document.Day, document.Open), (read.Seats, read.Greeting, read.Day, read.Open));
        Assert.Equal(["B", "b"], read.ByName.Keys);
        Assert.Equal([10], read.Pages.Keys.Skip(1));
    }

    [Fact]
    public void Serialize_SaysNameAndVersionFirst_AndLeavesOutWhatIsAbsent() =>
        Assert.Equal("""{"doc":"sample","v":2,"is":{"title":"é","seats":30,"greeting":"hello","open":true}}""", Json(new SampleDocument("é")));

    /// <summary>A thread writes its documents into the same memory: nothing of one may show in the next, and what was handed out stays as it was.</summary>
    [Fact]
    public void Serialize_OneAfterTheOther_MixesNothing()
    {
        var longest = Serializer.Serialize(new SampleDocument(new('x', 100_000)));
        var shortest = Serializer.Serialize(new SampleDocument("a"));
        Assert.Throws<InvalidOperationException>(() => Serializer.Serialize(new Unwritable()));
        var next = Serializer.Serialize(new SampleDocument("b"));

        Assert.Equal("""{"doc":"sample","v":2,"is":{"title":"a","seats":30,"greeting":"hello","open":true}}""", shortest.ToString());
        Assert.Equal("""{"doc":"sample","v":2,"is":{"title":"b","seats":30,"greeting":"hello","open":true}}""", next.ToString());
        Assert.Equal(100_000, Serializer.Deserialize<SampleDocument>(longest)!.Title.Length);
    }

    [Fact]
    public void Deserialize_WhenACollectionIsAbsent_GivesAnEmptyOne()
    {
        var read = Read("""{"doc":"sample","v":2,"is":{"title":"t"}}""");

        Assert.Empty(read.Entries);
        Assert.Null(read.Optional);
        Assert.Equal((30, "hello", true), (read.Seats, read.Greeting, read.Open));
        Assert.Same(StringComparer.Ordinal, read.ByName.KeyComparer);
        Assert.Same(StringComparer.Ordinal, read.Words.KeyComparer);
    }

    [Fact]
    public void Deserialize_SortedCollections_KeepsWhatOneLanguageWouldTakeForTheSame()
    {
        // Told apart by a joiner that has no width: a comparison by language may call these two the same.
        var read = Read("{\"doc\":\"sample\",\"v\":2,\"is\":{\"title\":\"t\",\"words\":[\"ab\",\"a\u200db\"]}}");

        Assert.Equal(["ab", "a\u200db"], read.Words.ToArray());
    }

    [Fact]
    public void Deserialize_WhenNewer_SaysWhichDocumentAndVersions()
    {
        var newer = Assert.Throws<NewerDocumentException>(() => Read("""{"doc":"sample","v":7,"is":{"what":"ever"}}"""));

        Assert.Equal(("sample", 7, 2), (newer.Document, newer.Stored, newer.Known));
        Assert.Contains("sample", newer.Message, StringComparison.Ordinal);
        Assert.Contains("version 7", newer.Message, StringComparison.Ordinal);
        Assert.Contains("knows 2", newer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"doc":"sample"}""")]
    [InlineData("""{"doc":"sample","v":2}""")]
    [InlineData("""{"doc":"sample","v":2,"is":""")]
    [InlineData("""{"doc":"sample","v":2,"is":{"title":"t"}""")]
    [InlineData("""{"doc":"sample","v":2,"is":{"title":"t"}} and more""")]
    [InlineData("""{"doc":"sample","v":2,"is":{"title":"t"},"more":1}""")]
    [InlineData("""{"doc":"sample","v":2,"is":{"title":5}}""")]
    [InlineData("""{"doc":"sample","v":2,"is":{"title":"t","unheard":5}}""")]
    [InlineData("""{"doc":"sample","v":2,"is":{"title":"t","entries":[{"text":"t","at":"2021-02-01T00:00:00Z","mood":2}]}}""")]
    [InlineData("""{"doc":"sample","v":0,"is":{"title":"t"}}""")]
    [InlineData("""{"doc":"sample","v":1,"is":{"name":"t"}}""")]
    [InlineData("""{"doc":"other","v":2,"is":{"title":"t"}}""")]
    public void Deserialize_WhenItIsNotSuchADocument_SaysWhichWasExpected(string stored)
    {
        var unreadable = Assert.Throws<UnreadableDocumentException>(() => Read(stored));

        Assert.Equal("sample", unreadable.Document);
    }

    [Fact]
    public void Deserialize_WhenSomethingDoesNotFit_SaysWhereButNotWhat()
    {
        var unreadable = Assert.Throws<UnreadableDocumentException>(() =>
            Read("""{"doc":"sample","v":2,"is":{"title":"t","day":"Amina's birthday"}}"""));

        Assert.Contains("$.day", unreadable.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", unreadable.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_WhenOlder_RunsEveryStepInOrder()
    {
        var serializer = new DocumentSerializer(new DocumentUpgrades([new Rename()]));

        var read = serializer.Deserialize<SampleDocument>(BinaryData.FromString("""{"doc":"sample","v":1,"is":{"name":"t"}}"""))!;

        Assert.Equal("t", read.Title);
    }

    [Fact]
    public void Upgrades_WhenTwoStartFromOneVersion_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new DocumentUpgrades([new Rename(), new Rename()]));

    [Fact]
    public void Serialize_WhenTheTypeHasNoName_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Serializer.Serialize(new SampleEntry("t", default)));

    [Fact]
    public void Options_CannotBeChanged() =>
        Assert.Throws<InvalidOperationException>(() => DocumentJson.Options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);

    private static SampleDocument Read(string stored) => Serializer.Deserialize<SampleDocument>(BinaryData.FromString(stored))!;

    private static string Json(SampleDocument document) => Encoding.UTF8.GetString(Serializer.Serialize(document));

    private sealed class Rename : IDocumentUpgrade
    {
        public string Name => "sample";

        public int From => 1;

        public JsonObject Upgrade(JsonObject document)
        {
            document["title"] = document["name"]?.DeepClone();
            document.Remove("name");
            return document;
        }
    }

    [Document("unwritable", 1)]
    private sealed record Unwritable
    {
        public string First { get; init; } = "first";

        public string Second => throw new InvalidOperationException(First);
    }
}
