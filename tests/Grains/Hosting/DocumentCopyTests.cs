using System.Text;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Hosting;

public sealed class DocumentCopyTests
{
    private readonly MemoryDocumentStore here = new();
    private readonly FragileStore there = new(new MemoryDocumentStore());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_IntoNothing_CopiesEveryDocumentByteForByte_AndAgainChangesNothing()
    {
        await Put(here, "cohort", "spring", "{ }");
        await Put(here, "account", "ÀMINA/1", "{}");
        await Put(here, "account", "OMAR", "\u00a0");

        var first = await Copy();
        var second = await Copy();

        Assert.Equal((3, 0, 0), (first.Written, first.Replaced, first.Removed));
        Assert.Equal([new("account", 2), new("cohort", 1)], first.Documents);
        Assert.Equal((0, 0, 0), (second.Written, second.Replaced, second.Removed));
        Assert.Equal(["account OMAR \u00a0", "account ÀMINA/1 {}", "cohort spring { }"], await Everything());
    }

    [Fact]
    public async Task Run_AfterItWasCutShort_GoesOn()
    {
        await PutMany(1200);
        there.FailNext("copy", Fault.BeforeItIsKept);
        await Assert.ThrowsAsync<IOException>(Copy);
        there.FailNext("thread", Fault.AfterItIsKept);
        await Assert.ThrowsAsync<IOException>(Copy);

        var result = await Copy();

        Assert.InRange(result.Written, 1, 1200 - 512);
        Assert.Equal(1200, (await Everything()).Count);
    }

    [Fact]
    public async Task Run_WhenTheSourceWentOn_ReplacesAndRemovesWhatItLeftBefore()
    {
        await PutMany(3);
        await Copy();
        await Change(here, "thread", "1", "later");
        await Remove(here, "thread", "2");
        await Put(here, "thread", "3", "new");

        var result = await Copy();

        Assert.Equal((1, 1, 1), (result.Written, result.Replaced, result.Removed));
        Assert.Equal(["thread 0 0", "thread 1 later", "thread 3 new"], await Everything());
    }

    [Fact]
    public async Task Run_WhenTheTargetWentOn_IsRefusedAndWritesNothing()
    {
        await PutMany(3);
        await Copy();
        await Change(there, "thread", "1", "newer");
        await Put(here, "thread", "9", "more");

        var refused = await Assert.ThrowsAsync<CopyException>(Copy);

        Assert.Contains("(thread: 1). Nothing was written.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["thread 0 0", "thread 1 newer", "thread 2 2"], await Everything());
    }

    [Fact]
    public async Task Run_WhenTheTargetForgotSomething_DoesNotBringItBack()
    {
        await PutMany(3);
        await Copy();
        await Remove(there, "thread", "1");

        await Assert.ThrowsAsync<CopyException>(Copy);

        Assert.Equal(["thread 0 0", "thread 2 2"], await Everything());
    }

    [Fact]
    public async Task Run_IntoWhatHoldsOtherData_IsRefused()
    {
        await Put(here, "cohort", "spring", "1");
        await Put(there, "cohort", "autumn", "1");

        await Assert.ThrowsAsync<CopyException>(Copy);

        Assert.Equal(["cohort autumn 1"], await Everything());
    }

    [Fact]
    public async Task Run_WithADocumentThatCannotBeRead_IsRefusedAndWritesNothing()
    {
        await PutMany(3);

        var refused = await Assert.ThrowsAsync<CopyException>(() =>
            new DocumentCopy(here, there, document => document.Key == "2" ? "It is newer." : null).RunAsync(Token));

        Assert.Contains("It is newer. Nothing was written.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await Everything());
    }

    [Fact]
    public async Task Run_WhileTheTargetIsWrittenTo_IsRefused()
    {
        await PutMany(3);
        var target = new Meddling(there, async () => await Put(there, "cohort", "spring", "live"));

        var refused = await Assert.ThrowsAsync<CopyException>(() => new DocumentCopy(here, target, _ => null).RunAsync(Token));

        Assert.Contains("The target holds 4 documents instead of 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_NamesNoDocument()
    {
        await Put(here, "account", "AMINA", "her name is Amina");
        await Copy();

        await foreach (var page in there.ListAsync("copy", Token))
        {
            Assert.DoesNotContain("AMINA", page.Key + Encoding.UTF8.GetString(page.Body.Span), StringComparison.OrdinalIgnoreCase);
        }
    }

    private Task<CopyResult> Copy() => new DocumentCopy(here, there, _ => null).RunAsync(Token);

    private async Task PutMany(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Put(here, "thread", $"{number}", $"{number}");
        }
    }

    private static Task<string> Put(IDocumentStore store, string kind, string key, string body) =>
        store.WriteAsync(kind, key, Encoding.UTF8.GetBytes(body), etag: null, Token);

    private static async Task Change(IDocumentStore store, string kind, string key, string body) =>
        await store.WriteAsync(kind, key, Encoding.UTF8.GetBytes(body), (await store.ReadAsync(kind, key, Token))!.ETag, Token);

    private static async Task Remove(IDocumentStore store, string kind, string key) =>
        await store.DeleteAsync(kind, key, (await store.ReadAsync(kind, key, Token))!.ETag, Token);

    private async Task<List<string>> Everything()
    {
        var all = new List<string>();
        foreach (var kind in (await there.KindsAsync(Token)).Where(kind => kind != "copy"))
        {
            await foreach (var document in there.ListAsync(kind, Token))
            {
                all.Add($"{kind} {document.Key} {Encoding.UTF8.GetString(document.Body.Span)}");
            }
        }

        return all;
    }

    /// <summary>A store that somebody else writes to as well, once.</summary>
    private sealed class Meddling(IDocumentStore inner, Func<Task> meddle) : IDocumentStore
    {
        private int done;

        public ValueTask<StoredDocument?> ReadAsync(string kind, string key, CancellationToken token = default) => inner.ReadAsync(kind, key, token);

        public async Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> body, string? etag, CancellationToken token = default)
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
            {
                await meddle();
            }

            return await inner.WriteAsync(kind, key, body, etag, token);
        }

        public Task DeleteAsync(string kind, string key, string? etag, CancellationToken token = default) => inner.DeleteAsync(kind, key, etag, token);

        public IAsyncEnumerable<StoredDocument> ListAsync(string kind, CancellationToken token = default) => inner.ListAsync(kind, token);

        public Task<IReadOnlyList<string>> KindsAsync(CancellationToken token = default) => inner.KindsAsync(token);

        public Task ForgetEarlierAsync() => inner.ForgetEarlierAsync();
    }
}
