using System.Text;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Sqlite;

public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryPilot pilot = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => pilot.Dispose();

    [Fact]
    public async Task Restart_KeepsDocumentsAndETags()
    {
        var etag = await pilot.Store.WriteAsync("cohort", "spring", "1"u8.ToArray(), null, Token);

        pilot.Restart();

        Assert.Equal(etag, (await pilot.Store.ReadAsync("cohort", "spring", Token))!.ETag);
        await pilot.Store.WriteAsync("cohort", "spring", "2"u8.ToArray(), etag, Token);
    }

    [Fact]
    public async Task Stop_FinishesTheWritesThatWait_AndLeavesOneFile()
    {
        var writes = Enumerable.Range(0, 3000).Select(number => pilot.Store.WriteAsync("cohort", $"{number}", new byte[500], null, Token)).ToArray();

        pilot.Stop();

        await Task.WhenAll(writes);
        Assert.Equal(["pilot.db", "pilot.lock"], Directory.EnumerateFiles(pilot.Folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pilot.Store.WriteAsync("cohort", "late", new byte[1], null, Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await pilot.Store.ReadAsync("cohort", "late", Token));
        pilot.Restart();
        Assert.Equal(3000, await pilot.Store.ListAsync("cohort", Token).CountAsync(Token));
    }

    [Fact]
    public async Task Open_AfterTheEndOfTheLogWasLost_HasAllUpToSomeWrite_AndNothingAfterIt()
    {
        const int Writes = 120;
        for (var number = 0; number < Writes; number++)
        {
            await pilot.Store.WriteAsync("cohort", $"{number:000}", new byte[700], null, Token);
        }

        var database = await File.ReadAllBytesAsync(pilot.Folder.DatabasePath, Token);
        var log = await Shared(pilot.Folder.DatabasePath + "-wal");
        var cuts = new Random(7);
        for (var attempt = 0; attempt < 25; attempt++)
        {
            var path = pilot.Beside($"cut-{attempt}");
            Directory.CreateDirectory(path);
            await File.WriteAllBytesAsync(Path.Combine(path, "pilot.db"), database, Token);
            await File.WriteAllBytesAsync(Path.Combine(path, "pilot.db-wal"), log[..cuts.Next(log.Length)], Token);
            await AssertPrefix(path);
        }
    }

    [Fact]
    public async Task WhatWasDeletedOrReplaced_IsGoneFromTheFile()
    {
        var etag = await pilot.Store.WriteAsync("account", "amina", "amina@home.example"u8.ToArray(), null, Token);
        etag = await pilot.Store.WriteAsync("account", "amina", "amina@work.example"u8.ToArray(), etag, Token);
        await pilot.Store.WriteAsync("account", "kenji", "kenji@home.example"u8.ToArray(), null, Token);

        await pilot.Store.DeleteAsync("account", "amina", etag, Token);
        pilot.Stop();

        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pilot.Folder.DatabasePath, Token));
        Assert.Contains("kenji", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("amina", bytes, StringComparison.Ordinal);
    }

    private static async Task AssertPrefix(string path)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        var number = 0;
        await foreach (var document in store.ListAsync("cohort", Token))
        {
            Assert.Equal($"{number++:000}", document.Key);
        }
    }

    private static async Task<byte[]> Shared(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, Token);
        return bytes;
    }
}
