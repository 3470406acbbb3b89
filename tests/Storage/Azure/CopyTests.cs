using System.Text;
using CohortCourses.Hosting;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Azure;

public sealed class CopyTests(Azurite azurite) : IDisposable
{
    private readonly TemporaryPilot pilot = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => pilot.Dispose();

    [Fact]
    public async Task Copy_ToAzureAndBack_KeepsEveryByte_AndThenRefusesToOverwriteWhatChanged()
    {
        var storage = azurite.ConnectionString;
        string[] keys = ["spring", "spring/week 1", "../é?#%20", "ÀMINA@example.org"];
        foreach (var key in keys)
        {
            await pilot.Store.WriteAsync("reminder", key, Body(key), etag: null, Token);
        }

        pilot.Stop();
        var there = await DataCommands.CopyAsync(pilot.Folder.FullPath, storage, TimeProvider.System, Token);
        var again = await DataCommands.CopyAsync(pilot.Folder.FullPath, storage, TimeProvider.System, Token);
        var back = await DataCommands.CopyAsync(storage, pilot.Beside("back"), TimeProvider.System, Token);
        pilot.Restart();
        await pilot.Store.WriteAsync("reminder", "spring", Body("other"), (await pilot.Store.ReadAsync("reminder", "spring", Token))!.ETag, Token);
        pilot.Stop();
        var over = await DataCommands.CopyAsync(storage, pilot.Folder.FullPath, TimeProvider.System, Token);

        Assert.True(there.Succeeded, there.Lines[0]);
        Assert.Contains(": 4 written now", there.Lines[0], StringComparison.Ordinal);
        Assert.Contains(": 0 written now", again.Lines[0], StringComparison.Ordinal);
        Assert.True(back.Succeeded, back.Lines[0]);
        Assert.Contains("(reminder: 1). Nothing was written.", Assert.Single(over.Lines), StringComparison.Ordinal);
        using var folder = DataFolder.OpenExisting(pilot.Beside("back"), TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        foreach (var key in keys)
        {
            Assert.Equal(Body(key), (await store.ReadAsync("reminder", key, Token))!.Body.ToArray());
        }

        pilot.Restart();
    }

    [Fact]
    public async Task Copy_FromAnAccountThatDoesNotLetUsIn_SaysSoInOneLine()
    {
        var nowhere = await DataCommands.CopyAsync(
            azurite.ConnectionString.Replace("devstoreaccount1;Acc", "nobody;Acc", StringComparison.Ordinal), pilot.Beside("back"), TimeProvider.System, Token);

        Assert.False(nowhere.Succeeded);
        Assert.Contains("cannot be used", Assert.Single(nowhere.Lines), StringComparison.Ordinal);
    }

    private static byte[] Body(string key) =>
        Encoding.UTF8.GetBytes($$$"""{"doc":"reminder","v":1,"is":{"grainType":"cohort","grainKey":"{{{key}}}","name":"release","startAt":"2021-02-01T09:00:00+00:00","period":"00:01:00"}}""");
}
