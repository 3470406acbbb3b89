using CohortCourses.Storage;
using CohortCourses.Tests.Storage.Crashes;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Tests.Storage.Folder;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly string path;

    public DataFolderTests() => path = temporary.Combine("data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Open_WhenAnotherHasIt_NamesTheFolderAndWho()
    {
        using var first = DataFolder.Open(path, TimeProvider.System);

        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Open(path, TimeProvider.System));

        Says(refused, DataFolderFault.InUse, path, $"process {Environment.ProcessId} on {Environment.MachineName} since 2", "Stop that server first", "--data");
    }

    [Fact]
    public async Task Open_WhenAnotherProcessHasIt_IsRefused_AndGrantedOnceThatIsKilled()
    {
        using var other = OtherProcess.Start("open", path);
        Assert.Equal("opened", await other.ReadLine(Token));

        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Open(path, TimeProvider.System));
        Says(refused, DataFolderFault.InUse, $"process {other.Id} ");

        other.Kill();
        await other.Exit(Token);
        DataFolder.Open(path, TimeProvider.System).Dispose();
    }

    [Fact]
    public async Task Open_ByASecondProcess_PrintsWhoHasIt()
    {
        using var mine = DataFolder.Open(path, TimeProvider.System);

        using var other = OtherProcess.Start("open", path);

        Assert.StartsWith($"InUse: {path} is in use by process {Environment.ProcessId} ", await other.ReadToEnd(Token), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WhenNewer_NamesBothVersionsAndTheWayOut()
    {
        Make();
        Sql("PRAGMA user_version = 9");

        Says(Refused(), DataFolderFault.Newer, path, "format 9", "knows 1", "Start the newer version");
    }

    [Fact]
    public void Open_WhenTheFileIsSomebodyElses_LeavesItAlone()
    {
        Directory.CreateDirectory(path);
        Sql("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
        var before = File.ReadAllBytes(Database);

        Says(Refused(), DataFolderFault.Damaged, path, "was not made by CohortCourses");
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void Open_WhenTheFileIsNoDatabase_SaysHowToRestore()
    {
        Directory.CreateDirectory(path);
        File.WriteAllText(Database, new string('x', 10_000));

        Says(Refused(), DataFolderFault.Damaged, path, "damaged", "restore DIR");
    }

    [Fact]
    public async Task Open_WhenAPageIsOverwritten_SaysHowToRestore()
    {
        await Make(documents: 500);
        using (var file = File.OpenWrite(Database))
        {
            file.Position = 4096 * 20;
            await file.WriteAsync(new byte[4096 * 3], Token);
        }

        Says(Refused(), DataFolderFault.Damaged, path, "damaged", "restore DIR");
    }

    [Fact]
    public async Task Open_WhenTheFileIsCutShort_SaysHowToRestore()
    {
        await Make(documents: 500);
        using (var file = File.OpenWrite(Database))
        {
            file.SetLength(file.Length / 2);
        }

        Says(Refused(), DataFolderFault.Damaged, path, "damaged", "restore DIR");
    }

    [Fact]
    public void Open_WhenOnlyTheLogIsLeft_DoesNotThrowItAway()
    {
        Directory.CreateDirectory(path);
        File.WriteAllText(Database + "-wal", "the last writes");

        Says(Refused(), DataFolderFault.Damaged, path, "its log is still there");
        Assert.True(File.Exists(Database + "-wal"));
    }

    [Fact]
    public void Open_WhenAFileHasItsName_SaysSo()
    {
        File.WriteAllText(path, "");

        Says(Refused(), DataFolderFault.ReadOnly, path, "--data");
    }

    [Fact]
    public void Open_MakesAFolderThatOnlyItsOwnerCanEnter()
    {
        Make();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Open_WhenTheFolderIsReadOnly_SaysSo()
    {
        Assert.SkipUnless(await OtherProcess.CanMount(), "This machine lets nobody mount a disk here.");
        Directory.CreateDirectory(path);

        using var shell = OtherProcess.StartWithMounts(path,
            "mount -t tmpfs -o size=8m none $folder; $store open $folder/data < /dev/null; mount -o remount,ro $folder; $store open $folder/data || true");

        var said = (await shell.ReadToEnd(Token)).Split('\n');
        Assert.Equal("opened", said[0]);
        Assert.StartsWith($"ReadOnly: {path}/data cannot be written", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFullDisk_RefusesWhatDoesNotFit_LosesNothing_AndGoesOnOnceThereIsRoom()
    {
        Assert.SkipUnless(await OtherProcess.CanMount(), "This machine lets nobody mount a disk here.");
        Directory.CreateDirectory(path);

        using var shell = OtherProcess.StartWithMounts(path, "mount -t tmpfs -o size=12m none $folder; $store fill $folder/data 2>&1");

        var said = await shell.ReadToEnd(Token);
        Assert.Matches("^kept ([0-9]{3,}) of \\1, 16 refused as Full: The disk that holds .*/data is full\\. Nothing that was acknowledged is lost\\.", said);
    }

    private string Database => Path.Combine(path, "pilot.db");

    private static void Says(DataFolderException error, DataFolderFault fault, params string[] words)
    {
        Assert.Equal(fault, error.Fault);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private DataFolderException Refused() => Assert.Throws<DataFolderException>(() => DataFolder.Open(path, TimeProvider.System));

    private void Make() => DataFolder.Open(path, TimeProvider.System).Dispose();

    private async Task Make(int documents)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        await Task.WhenAll(Enumerable.Range(0, documents).Select(number => store.WriteAsync("sample", $"{number}", new byte[1000], null, Token)));
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
