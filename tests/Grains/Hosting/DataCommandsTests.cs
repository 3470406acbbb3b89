using CohortCourses.Hosting;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Grains.Hosting;

public sealed class DataCommandsTests : IDisposable
{
    private const string Reminder =
        """{"doc":"reminder","v":1,"is":{"grainType":"cohort","grainKey":"spring","name":"release","startAt":"2021-02-01T09:00:00+00:00","period":"00:01:00"}}""";

    private readonly string root = Directory.CreateTempSubdirectory("cohort-courses-").FullName;

    private string Data => Path.Combine(root, "data");

    private string Target => Path.Combine(root, "backup");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Backup_WhileServing_ThenRestore_SaysWhatWasDone()
    {
        DataReport backup;
        using (var folder = DataFolder.Open(Data, TimeProvider.System))
        {
            using var store = SqliteDocumentStore.Open(folder);
            await Put(store, "1", Reminder);
            backup = DataCommands.Backup(Data, Target, TimeProvider.System);
        }

        var restore = DataCommands.Restore(Target, Data, TimeProvider.System);

        Assert.True(backup.Succeeded && restore.Succeeded);
        Assert.StartsWith("Backed up 1 documents", backup.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Restored 1 documents as they were at 2", restore.Lines[0], StringComparison.Ordinal);
        Assert.Contains("  reminder: 1", restore.Lines);
        Assert.Contains("is in " + Data, restore.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NamesWhatCannotBeRead_AndRestoreRefusesIt()
    {
        using (var folder = DataFolder.Open(Data, TimeProvider.System))
        {
            using var store = SqliteDocumentStore.Open(folder);
            await Put(store, "1", Reminder);
            Assert.True(DataCommands.Check(Data).Succeeded);
            await Put(store, "2", Reminder.Replace("\"v\":1", "\"v\":9", StringComparison.Ordinal));
            Assert.True(DataCommands.Backup(Data, Target, TimeProvider.System).Succeeded);
        }

        var check = DataCommands.Check(Data);
        var restore = DataCommands.Restore(Target, Data, TimeProvider.System);

        Assert.False(check.Succeeded || restore.Succeeded);
        Assert.StartsWith("reminder 2: A stored document (reminder) has version 9", check.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("Nothing was restored", Assert.Single(restore.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_FromOneFolderToAnother_SaysWhatIsThereNow()
    {
        using (var folder = DataFolder.Open(Data, TimeProvider.System))
        {
            using var store = SqliteDocumentStore.Open(folder);
            await Put(store, "1", Reminder);
        }

        var first = await DataCommands.CopyAsync(Data, Target, TimeProvider.System, TestContext.Current.CancellationToken);
        var second = await DataCommands.CopyAsync(Data, Target, TimeProvider.System, TestContext.Current.CancellationToken);
        var back = await DataCommands.CopyAsync(Target, Path.Combine(root, "back"), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(first.Succeeded && second.Succeeded && back.Succeeded);
        Assert.Equal([$"{Target} holds the 1 documents of {Data}: 1 written now, 0 replaced, 0 removed. Counts and hashes agree.", "  reminder: 1"], first.Lines);
        Assert.Contains("0 written now", second.Lines[0], StringComparison.Ordinal);
        Assert.True(DataCommands.Check(Target).Succeeded);
    }

    [Fact]
    public async Task Copy_WhileServing_OrFromNothing_IsRefusedInOneLine()
    {
        var nothing = await DataCommands.CopyAsync(Data, Target, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Contains("There is no data in", Assert.Single(nothing.Lines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));

        using var folder = DataFolder.Open(Data, TimeProvider.System);
        var serving = await DataCommands.CopyAsync(Data, Target, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Contains("is in use by", Assert.Single(serving.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_WhileServing_IsRefusedInOneLine()
    {
        using var folder = DataFolder.Open(Data, TimeProvider.System);
        Assert.True(DataCommands.Backup(Data, Target, TimeProvider.System).Succeeded);

        var refused = DataCommands.Restore(Target, Data, TimeProvider.System);

        Assert.False(refused.Succeeded);
        Assert.StartsWith($"{Data} is in use by process {Environment.ProcessId}", Assert.Single(refused.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_FindsTheReasonInside()
    {
        using var folder = DataFolder.Open(Data, TimeProvider.System);
        var inside = Assert.Throws<DataFolderException>(() => DataFolder.Open(Data, TimeProvider.System));

        Assert.Equal(inside.Message, DataCommands.Explain(new InvalidOperationException("the server did not start", inside)));
        Assert.Null(DataCommands.Explain(new InvalidOperationException("something else")));
    }

    private static Task Put(SqliteDocumentStore store, string key, string body) =>
        store.WriteAsync("reminder", key, BinaryData.FromString(body).ToMemory(), null, TestContext.Current.CancellationToken);
}
