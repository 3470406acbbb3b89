using System.Text;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryPilot pilot = new();
    private readonly string backup;

    public BackupTests() => backup = pilot.Beside("backup");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => pilot.Dispose();

    [Fact]
    public async Task Restore_BringsBackWhatTheBackupHeld_AndKeepsTheLaterDataAside()
    {
        var etag = await pilot.Store.WriteAsync("cohort", "spring", "early"u8.ToArray(), null, Token);
        await pilot.Store.WriteAsync("thread", "1", "post"u8.ToArray(), null, Token);
        var made = Backup.Make(pilot.Folder.FullPath, backup, TimeProvider.System);
        await pilot.Store.WriteAsync("cohort", "spring", "late"u8.ToArray(), etag, Token);
        pilot.Stop();

        var restored = Restore.Run(backup, pilot.Folder.FullPath, TimeProvider.System);

        pilot.Restart();
        Assert.Equal("early", await Text("spring"));
        Assert.Equal([new("cohort", 1), new("thread", 1)], restored.Manifest.Documents);
        Assert.Equal((made.Made, made.Sha256, made.Bytes), (restored.Manifest.Made, restored.Manifest.Sha256, restored.Manifest.Bytes));
        Assert.Equal("late", await TextIn(restored.SetAside!));
    }

    [Fact]
    public void Restore_AddsTheKeysOfTheBackup_ToThoseThatAreThere()
    {
        var keys = Directory.CreateDirectory(Path.Combine(pilot.Folder.FullPath, "keys")).FullName;
        File.WriteAllText(Path.Combine(keys, "key-1.xml"), "first");
        Backup.Make(pilot.Folder.FullPath, backup, TimeProvider.System);
        File.Delete(Path.Combine(keys, "key-1.xml"));
        File.WriteAllText(Path.Combine(keys, "key-2.xml"), "second");
        pilot.Stop();

        Restore.Run(backup, pilot.Folder.FullPath, TimeProvider.System);

        Assert.Equal(["first", "second"], Directory.EnumerateFiles(keys).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }

    [Fact]
    public async Task Make_WhileCallersWrite_HoldsOneInstant()
    {
        using var enough = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var callers = Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(() => WritePairs(caller, started, enough.Token), Token)));
        await started.Task;

        for (var number = 0; number < 5; number++)
        {
            Backup.Make(pilot.Folder.FullPath, pilot.Beside($"backup-{number}"), TimeProvider.System);
        }

        await enough.CancelAsync();
        var written = await callers;
        Assert.All(written, pairs => Assert.True(pairs > 0));
        for (var number = 0; number < 5; number++)
        {
            var folder = pilot.Beside($"restored-{number}");
            Restore.Run(pilot.Beside($"backup-{number}"), folder, TimeProvider.System);
            await AssertPairs(folder);
        }
    }

    [Fact]
    public void Make_WhenTheTargetIsNotEmpty_LeavesItAlone()
    {
        Backup.Make(pilot.Folder.FullPath, backup, TimeProvider.System);
        var before = File.GetLastWriteTimeUtc(Path.Combine(backup, "manifest.json"));

        var refused = Assert.Throws<BackupException>(() => Backup.Make(pilot.Folder.FullPath, backup, TimeProvider.System));

        Assert.Contains($"{backup} is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(backup, "manifest.json")));
    }

    [Fact]
    public void Make_WhenThereIsNoData_SaysSo_AndMakesNothing()
    {
        var refused = Assert.Throws<DataFolderException>(() => Backup.Make(pilot.Beside("nowhere"), backup, TimeProvider.System));

        Assert.Contains("There is no data in", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(backup));
        Assert.False(Directory.Exists(pilot.Beside("nowhere")));
    }

    [Fact]
    public void Make_WhenTheTargetCannotBeMade_SaysSo()
    {
        File.WriteAllText(backup, "a file");

        Assert.Contains(backup, Assert.Throws<BackupException>(() => Backup.Make(pilot.Folder.FullPath, backup, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_OfAFolderThatNobodyUses_LeavesNoTraceInIt()
    {
        await pilot.Store.WriteAsync("cohort", "spring", "x"u8.ToArray(), null, Token);
        pilot.Stop();
        var before = Directory.EnumerateFiles(pilot.Folder.FullPath).Order(StringComparer.Ordinal).ToArray();

        Backup.Make(pilot.Folder.FullPath, backup, TimeProvider.System);

        Assert.Equal(before, Directory.EnumerateFiles(pilot.Folder.FullPath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Make_AfterACrash_HoldsWhatWasOnlyInTheLog()
    {
        await pilot.Store.WriteAsync("cohort", "spring", "logged"u8.ToArray(), null, Token);
        var crashed = pilot.Beside("crashed");
        Directory.CreateDirectory(crashed);
        File.Copy(pilot.Folder.DatabasePath, Path.Combine(crashed, "pilot.db"));
        File.Copy(pilot.Folder.DatabasePath + "-wal", Path.Combine(crashed, "pilot.db-wal"));

        Backup.Make(crashed, backup, TimeProvider.System);
        Restore.Run(backup, pilot.Beside("restored"), TimeProvider.System);

        Assert.Equal("logged", await TextIn(pilot.Beside("restored")));
    }

    private static async Task<string> TextIn(string path)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        return Encoding.UTF8.GetString((await store.ReadAsync("cohort", "spring", Token))!.Body.Span);
    }

    private async Task<string> Text(string key) => Encoding.UTF8.GetString((await pilot.Store.ReadAsync("cohort", key, Token))!.Body.Span);

    // First the left document, then the right one: at no instant is the right one ahead, or more than one behind.
    private async Task<int> WritePairs(int caller, TaskCompletionSource started, CancellationToken enough)
    {
        string? left = null;
        string? right = null;
        var number = 0;
        while (!enough.IsCancellationRequested)
        {
            number++;
            left = await pilot.Store.WriteAsync("left", $"{caller}", BitConverter.GetBytes(number), left, Token);
            right = await pilot.Store.WriteAsync("right", $"{caller}", BitConverter.GetBytes(number), right, Token);
            started.TrySetResult();
        }

        return number;
    }

    private static async Task AssertPairs(string path)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        for (var caller = 0; caller < 8; caller++)
        {
            var left = await store.ReadAsync("left", $"{caller}", Token);
            var right = await store.ReadAsync("right", $"{caller}", Token);
            var ahead = Number(left) - Number(right);
            Assert.InRange(ahead, 0, 1);
        }
    }

    private static int Number(StoredDocument? document) => document is null ? 0 : BitConverter.ToInt32(document.Body.Span);
}
