using System.Text;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Documents;

/// <summary>What every document store does.</summary>
public abstract class DocumentStoreSuite
{
    private readonly IDocumentStore store;

    protected DocumentStoreSuite(IDocumentStore store) => this.store = store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhenNothingWasWritten_IsNull() =>
        Assert.Null(await store.ReadAsync("cohort", "spring", Token));

    [Fact]
    public async Task Read_AfterAWrite_GivesBodyAndETag()
    {
        var etag = await store.WriteAsync("cohort", "spring", Bytes("{}"), null, Token);

        var document = await store.ReadAsync("cohort", "spring", Token);

        Assert.NotNull(document);
        Assert.Equal(("cohort", "spring", "{}", etag), (document.Kind, document.Key, Text(document), document.ETag));
    }

    [Fact]
    public async Task Write_WithTheCurrentETag_ReplacesBodyAndETag()
    {
        var first = await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);

        var second = await store.WriteAsync("cohort", "spring", Bytes("2"), first, Token);

        Assert.NotEqual(first, second);
        Assert.Equal("2", Text(await store.ReadAsync("cohort", "spring", Token)));
    }

    [Fact]
    public async Task Write_WithAStaleETag_IsRefusedAndChangesNothing()
    {
        var first = await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);
        var second = await store.WriteAsync("cohort", "spring", Bytes("2"), first, Token);

        var stale = await Assert.ThrowsAsync<StaleDocumentException>(() => store.WriteAsync("cohort", "spring", Bytes("3"), first, Token));

        Assert.Equal((first, second), (stale.Expected, stale.Stored));
        Assert.Equal("2", Text(await store.ReadAsync("cohort", "spring", Token)));
    }

    [Fact]
    public async Task Write_AsNew_WhenThereIsOne_IsRefused()
    {
        var first = await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);

        var stale = await Assert.ThrowsAsync<StaleDocumentException>(() => store.WriteAsync("cohort", "spring", Bytes("2"), null, Token));

        Assert.Equal((null, first), (stale.Expected, stale.Stored));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("no number")]
    [InlineData("")]
    public async Task Write_WithAnETag_WhenThereIsNone_IsRefused(string etag)
    {
        var stale = await Assert.ThrowsAsync<StaleDocumentException>(() => store.WriteAsync("cohort", "spring", Bytes("1"), etag, Token));

        Assert.Null(stale.Stored);
        Assert.Null(await store.ReadAsync("cohort", "spring", Token));
    }

    [Fact]
    public async Task Write_WithAnotherSpellingOfTheETag_IsRefused()
    {
        var etag = await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);

        await Assert.ThrowsAsync<StaleDocumentException>(() => store.WriteAsync("cohort", "spring", Bytes("2"), $"0{etag}", Token));
    }

    [Fact]
    public async Task Delete_ThenRead_IsNull_AndAgainChangesNothing()
    {
        var etag = await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);

        await store.DeleteAsync("cohort", "spring", etag, Token);
        await store.DeleteAsync("cohort", "spring", etag, Token);

        Assert.Null(await store.ReadAsync("cohort", "spring", Token));
    }

    [Fact]
    public async Task Delete_WithAStaleETag_IsRefusedAndKeepsTheDocument()
    {
        var first = await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);
        await store.WriteAsync("cohort", "spring", Bytes("2"), first, Token);

        await Assert.ThrowsAsync<StaleDocumentException>(() => store.DeleteAsync("cohort", "spring", first, Token));
        await Assert.ThrowsAsync<StaleDocumentException>(() => store.DeleteAsync("cohort", "spring", null, Token));

        Assert.Equal("2", Text(await store.ReadAsync("cohort", "spring", Token)));
    }

    [Fact]
    public async Task Write_AfterADeletion_NeverTakesTheOldETagAgain()
    {
        var old = await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);
        await store.DeleteAsync("cohort", "spring", old, Token);
        var anew = await store.WriteAsync("cohort", "spring", Bytes("2"), null, Token);

        Assert.NotEqual(old, anew);
        await Assert.ThrowsAsync<StaleDocumentException>(() => store.WriteAsync("cohort", "spring", Bytes("3"), old, Token));
    }

    [Fact]
    public async Task List_GivesOneKind_ByTheBytesOfTheKey()
    {
        // UTF-16 would put the emoji before the private-use sign; bytes put it after.
        string[] keys = ["z", "\uE000", "😀", "é", "a", "Z", "a/b", .. Enumerable.Range(0, 200).Select(number => $"n{number:000}")];
        foreach (var key in keys)
        {
            await store.WriteAsync("thread", key, Bytes(key), null, Token);
        }

        await store.WriteAsync("cohort", "m", Bytes("m"), null, Token);

        var listed = new List<StoredDocument>();
        await foreach (var document in store.ListAsync("thread", Token))
        {
            listed.Add(document);
        }

        var expected = keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal);
        Assert.Equal(expected, listed.Select(document => document.Key));
        Assert.All(listed, document => Assert.Equal(document.Key, Text(document)));
    }

    [Fact]
    public async Task Kinds_AreThoseThatThereAreDocumentsOf()
    {
        Assert.Empty(await store.KindsAsync(Token));
        var etag = await store.WriteAsync("thread", "1", Bytes("1"), null, Token);
        await store.WriteAsync("cohort", "spring", Bytes("1"), null, Token);
        await store.WriteAsync("cohort", "autumn", Bytes("1"), null, Token);
        Assert.Equal(["cohort", "thread"], await store.KindsAsync(Token));

        await store.DeleteAsync("thread", "1", etag, Token);

        Assert.Equal(["cohort"], await store.KindsAsync(Token));
    }

    [Fact]
    public async Task Names_ThatNoTwoStoresKeepAlike_AreRefused()
    {
        foreach (var name in (string[])["", "a\0b", "\uD83D", "\uDE00x"])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync("cohort", name, Bytes("1"), null, Token));
            await Assert.ThrowsAsync<ArgumentException>(async () => await store.ReadAsync(name, "spring", Token));
            await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync("cohort", name, null, Token));
        }
    }

    [Fact]
    public async Task Write_WhenCalledOffBefore_NeverHappens()
    {
        using var off = new CancellationTokenSource();
        await off.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.WriteAsync("cohort", "spring", Bytes("1"), null, off.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.DeleteAsync("cohort", "spring", null, off.Token));

        Assert.Null(await store.ReadAsync("cohort", "spring", Token));
    }

    [Fact]
    public async Task Body_MayBePartOfABuffer_Empty_OrLarge()
    {
        var large = new byte[3_000_000];
        new Random(7).NextBytes(large);
        await store.WriteAsync("cohort", "part", Bytes("abcdef").AsMemory(2, 3), null, Token);
        await store.WriteAsync("cohort", "empty", ReadOnlyMemory<byte>.Empty, null, Token);
        await store.WriteAsync("cohort", "large", large, null, Token);

        Assert.Equal("cde", Text(await store.ReadAsync("cohort", "part", Token)));
        Assert.Equal("", Text(await store.ReadAsync("cohort", "empty", Token)));
        Assert.Equal(large, (await store.ReadAsync("cohort", "large", Token))!.Body.ToArray());
    }

    [Fact]
    public async Task Write_ByManyWithOneETag_HappensOnce()
    {
        var etag = await store.WriteAsync("cohort", "spring", Bytes("start"), null, Token);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            try
            {
                await store.WriteAsync("cohort", "spring", Bytes($"{number}"), etag, Token);
                return $"{number}";
            }
            catch (StaleDocumentException)
            {
                return null;
            }
        }));

        var winner = Assert.Single(outcomes, outcome => outcome is not null);
        Assert.Equal(winner, Text(await store.ReadAsync("cohort", "spring", Token)));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(StoredDocument? document) => Encoding.UTF8.GetString(document!.Body.Span);
}
