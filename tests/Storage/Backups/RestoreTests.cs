using System.Text;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Backups;

public sealed class RestoreTests : IAsyncLifetime
{
    private readonly TemporaryPilot pilot = new();
    private readonly string backup;

    public RestoreTests() => backup = pilot.Beside("backup");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => pilot.Folder.DatabasePath;

    /// <summary>A backup of "early", a stopped server that has gone on to "late".</summary>
    public async ValueTask InitializeAsync()
    {
        var etag = await pilot.Store.WriteAsync("cohort", "spring", "early"u8.ToArray(), null, Token);
        Backup.Make(pilot.Folder.FullPath, backup, TimeProvider.System);
        await pilot.Store.WriteAsync("cohort", "spring", "late"u8.ToArray(), etag, Token);
        pilot.Stop();
    }

    public ValueTask DisposeAsync()
    {
        pilot.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Run_WhileAServerHasTheFolder_IsRefused()
    {
        pilot.Restart();

        var refused = Assert.Throws<DataFolderException>(() => Restore.Run(backup, pilot.Folder.FullPath, TimeProvider.System));

        Assert.Equal(DataFolderFault.InUse, refused.Fault);
        Assert.Equal("late", await Text());
    }

    [Fact]
    public async Task Run_IntoANewFolder_HasNothingToSetAside()
    {
        var restored = Restore.Run(backup, pilot.Beside("new"), TimeProvider.System);

        Assert.Null(restored.SetAside);
        Assert.Equal("early", await TextIn(pilot.Beside("new")));
    }

    [Fact]
    public Task Run_WhenTheBackupHasNoManifest_ChangesNothing()
    {
        File.Delete(Manifest);
        return Refused("not a whole backup");
    }

    [Fact]
    public async Task Run_WhenTheManifestIsBroken_ChangesNothing()
    {
        await File.WriteAllTextAsync(Manifest, "{", Token);
        await Refused("not a whole backup");
    }

    [Fact]
    public Task Run_WhenTheManifestIsNewer_ChangesNothing()
    {
        Edit("\"format\": 1", "\"format\": 2");
        return Refused("newer version");
    }

    [Fact]
    public async Task Run_WhenABitOfTheBackupFlipped_ChangesNothing()
    {
        var copy = Path.Combine(backup, "pilot.db");
        var bytes = await File.ReadAllBytesAsync(copy, Token);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(copy, bytes, Token);
        await Refused("has changed since it was made");
    }

    [Fact]
    public Task Run_WhenTheDatabaseIsGoneFromTheBackup_ChangesNothing()
    {
        File.Delete(Path.Combine(backup, "pilot.db"));
        return Refused("has changed since it was made");
    }

    [Fact]
    public async Task Run_WhenAKeyWasAddedToTheBackup_ChangesNothing()
    {
        Directory.CreateDirectory(Path.Combine(backup, "keys"));
        await File.WriteAllTextAsync(Path.Combine(backup, "keys", "key-9.xml"), "foreign", Token);
        await Refused("its keys are not those");
    }

    [Fact]
    public Task Run_WhenTheCountsDiffer_ChangesNothing()
    {
        Edit("\"cohort\": 1", "\"cohort\": 2");
        return Refused("does not hold the documents");
    }

    [Fact]
    public Task Run_WhenADocumentCannotBeRead_ChangesNothing() =>
        Refused("too new.", document => document.Kind == "cohort" ? "too new." : null);

    [Fact]
    public async Task Open_WhenARestoreStoppedWhileCopying_KeepsTheOldData()
    {
        await File.WriteAllTextAsync(Database + ".incoming", "half a database", Token);

        pilot.Restart();

        Assert.Equal("late", await Text());
        Assert.False(File.Exists(Database + ".incoming"));
    }

    [Fact]
    public async Task Open_WhenARestoreStoppedBeforeTheOldDataWasSetAside_FinishesIt()
    {
        File.Copy(Path.Combine(backup, "pilot.db"), Database + ".restoring");

        pilot.Restart();

        Assert.Equal("early", await Text());
        Assert.Equal("late", await TextIn(SetAside()));
    }

    [Fact]
    public async Task Open_WhenARestoreStoppedBeforeTheNewDataWasInPlace_FinishesIt()
    {
        File.Copy(Path.Combine(backup, "pilot.db"), Database + ".restoring");
        var partly = Directory.CreateDirectory(Path.Combine(pilot.Folder.FullPath, "replaced.partly"));
        File.Move(Database, Path.Combine(partly.FullName, "pilot.db"));

        pilot.Restart();

        Assert.Equal("early", await Text());
        Assert.Equal("late", await TextIn(SetAside()));
    }

    [Fact]
    public async Task Open_WhenARestoreStoppedBeforeItNamedTheOldData_FinishesIt()
    {
        var partly = Directory.CreateDirectory(Path.Combine(pilot.Folder.FullPath, "replaced.partly"));
        File.Copy(Database, Path.Combine(partly.FullName, "pilot.db"));

        pilot.Restart();

        Assert.Equal("late", await TextIn(SetAside()));
    }

    [Fact]
    public async Task Run_OverADamagedFolder_NeverPlaysTheOldLogIntoTheNewData()
    {
        await File.WriteAllTextAsync(Database, "no database", Token);
        await File.WriteAllTextAsync(Database + "-wal", "an old log", Token);

        var restored = Restore.Run(backup, pilot.Folder.FullPath, TimeProvider.System);

        pilot.Restart();
        Assert.Equal("early", await Text());
        Assert.Equal("an old log", await File.ReadAllTextAsync(Path.Combine(restored.SetAside!, "pilot.db-wal"), Token));
    }

    [Fact]
    public void Run_TwiceInOneSecond_KeepsBothOldStates()
    {
        var first = Restore.Run(backup, pilot.Folder.FullPath, TimeProvider.System);
        var second = Restore.Run(backup, pilot.Folder.FullPath, TimeProvider.System);

        Assert.NotEqual(first.SetAside, second.SetAside);
        Assert.True(Directory.Exists(first.SetAside) && Directory.Exists(second.SetAside));
    }

    private string Manifest => Path.Combine(backup, "manifest.json");

    private void Edit(string text, string into)
    {
        var manifest = File.ReadAllText(Manifest);
        Assert.Contains(text, manifest, StringComparison.Ordinal);
        File.WriteAllText(Manifest, manifest.Replace(text, into, StringComparison.Ordinal));
    }

    private async Task Refused(string why, Func<StoredDocument, string?>? problem = null)
    {
        var refused = Assert.Throws<BackupException>(() => Restore.Run(backup, pilot.Folder.FullPath, TimeProvider.System, problem));

        Assert.Contains(backup, refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        pilot.Restart();
        Assert.Equal("late", await Text());
        Assert.Empty(Directory.EnumerateDirectories(pilot.Folder.FullPath));
    }

    private string SetAside() => Assert.Single(Directory.EnumerateDirectories(pilot.Folder.FullPath, "replaced-*"));

    private async Task<string> Text() => Encoding.UTF8.GetString((await pilot.Store.ReadAsync("cohort", "spring", Token))!.Body.Span);

    private static async Task<string> TextIn(string path)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        return Encoding.UTF8.GetString((await store.ReadAsync("cohort", "spring", Token))!.Body.Span);
    }
}
