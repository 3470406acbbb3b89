using CohortCourses.Storage;
using CohortCourses.Tests.Storage.Documents;

namespace CohortCourses.Tests.Storage.Backups;

public sealed class FolderCheckTests : IDisposable
{
    private readonly TemporaryPilot pilot = new();
    private readonly DocumentSerializer serializer = new();
    private readonly DocumentCatalog catalog;

    public FolderCheckTests() => catalog = new(serializer, [typeof(FolderCheckTests).Assembly]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => pilot.Dispose();

    [Fact]
    public async Task Run_WhileTheServerWorks_CountsEveryKind()
    {
        await Put("sample", "a", serializer.Serialize(new SampleDocument("a")).ToString());
        await Put("sample", "b", serializer.Serialize(new SampleDocument("b")).ToString());

        var found = FolderCheck.Run(pilot.Folder.FullPath, catalog.Problem);

        Assert.True(found.Sound);
        Assert.Equal([new("sample", 2)], found.Documents);
    }

    [Fact]
    public async Task Run_NamesEveryDocumentThatCannotBeRead_AndWhy()
    {
        await Put("sample", "fine", serializer.Serialize(new SampleDocument("a")).ToString());
        await Put("sample", "newer", """{"doc":"sample","v":9,"is":{}}""");
        await Put("sample", "old", """{"doc":"sample","v":1,"is":{}}""");
        await Put("sample", "torn", """{"doc":"sample","v":2,"is":{"title":""");
        await Put("sample", "foreign", "not ours");
        await Put("sample", "unknown", """{"doc":"badge","v":1,"is":{}}""");

        var found = FolderCheck.Run(pilot.Folder.FullPath, catalog.Problem);

        Assert.False(found.Sound);
        Assert.Empty(found.Damage);
        Assert.Equal(6, found.Documents["sample"]);
        var problems = found.Unreadable.ToDictionary(entry => entry.Key, entry => entry.Problem, StringComparer.Ordinal);
        Assert.Equal(["foreign", "newer", "old", "torn", "unknown"], problems.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("has version 9; this version of CohortCourses knows 2", problems["newer"], StringComparison.Ordinal);
        Assert.Contains("no upgrade", problems["old"], StringComparison.Ordinal);
        Assert.Contains("cannot be read", problems["torn"], StringComparison.Ordinal);
        Assert.Contains("not a document", problems["foreign"], StringComparison.Ordinal);
        Assert.Contains("no document called badge", problems["unknown"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhenPagesAreDamaged_SaysSo()
    {
        for (var number = 0; number < 200; number++)
        {
            await Put("sample", $"{number}", new string('x', 1500));
        }

        pilot.Stop();
        await using (var file = File.OpenWrite(pilot.Folder.DatabasePath))
        {
            file.Position = 4096 * 10;
            await file.WriteAsync(new byte[4096 * 2], Token);
        }

        var found = FolderCheck.Run(pilot.Folder.FullPath, _ => null);

        Assert.False(found.Sound);
        Assert.NotEmpty(found.Damage);
    }

    [Fact]
    public void Run_WhenThereIsNothing_SaysSo() =>
        Assert.Contains("There is no data", Assert.Throws<DataFolderException>(() => FolderCheck.Run(pilot.Beside("nowhere"), _ => null)).Message, StringComparison.Ordinal);

    private Task Put(string kind, string key, string body) => pilot.Store.WriteAsync(kind, key, BinaryData.FromString(body).ToMemory(), null, Token);
}
