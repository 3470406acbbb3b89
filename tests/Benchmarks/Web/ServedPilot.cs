namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>The demo's data as a pilot is served, without the demo's clock on every page, and one of its people signed in.</summary>
internal sealed class ServedPilot : IAsyncDisposable
{
    private ServedPilot(PilotProcess process, string cookie) => (Process, Cookie) = (process, cookie);

    public PilotProcess Process { get; }

    /// <summary>The cookies of a session that the demo began: what proves them lies in the data.</summary>
    public string Cookie { get; }

    /// <param name="data">A folder for the demo's data, or with it.</param>
    public static async Task<ServedPilot> StartAsync(string data, string person)
    {
        string cookie;
        await using (var demo = await PilotProcess.DemoAsync("--data", data))
        {
            cookie = await DemoSession.CookieAsync(demo.Address, person);
        }

        // What says that the folder is a demo's: a pilot refuses it.
        File.Delete(Path.Combine(data, "demo.json"));
        return new(await PilotProcess.PilotAsync(data), cookie);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
