using System.Net;
using System.Net.Sockets;

namespace CohortCourses.Tests.Web.Startup;

public sealed class ServeTests : IDisposable
{
    private static readonly string[] AnyPort = ["--urls", "http://127.0.0.1:0", "--content", ProgramProcess.Content];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Serve_WhenThereIsNoOrganiser_PrintsALinkThatOpens()
    {
        await using var server = ProgramProcess.Start(folder.FullPath, AnyPort);
        var setup = (await server.LineAsync("http://")).Trim();

        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri(setup), TestContext.Current.CancellationToken);

        Assert.Contains("/setup/", setup, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(File.Exists(folder["data/pilot.db"]));
        Assert.Equal((0, ""), await CodeAndErrors(server.StopAsync()));
    }

    [Fact]
    public async Task Serve_OnAFolderInUse_NamesItAndTheWayOut()
    {
        await using var server = ProgramProcess.Start(folder.FullPath, AnyPort);
        await server.LineAsync("CohortCourses is at");

        var errors = await Refused(AnyPort);

        Assert.StartsWith($"{folder["data"]} is in use by process", errors, StringComparison.Ordinal);
        Assert.Contains("--data", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnADamagedFolder_NamesItAndTheWayOut()
    {
        Directory.CreateDirectory(folder["data"]);
        await File.WriteAllTextAsync(folder["data/pilot.db"], new string('x', 5000), TestContext.Current.CancellationToken);

        var errors = await Refused(AnyPort);

        Assert.Contains(folder["data"], errors, StringComparison.Ordinal);
        Assert.Contains("restore", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnAPortThatIsTaken_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var errors = await Refused("--content", ProgramProcess.Content, "--urls", taken);

        Assert.Equal($"Something already listens on {taken}. Stop it, or choose another address with --urls.\n", errors);
    }

    [Theory]
    [InlineData("five-thousand")]
    [InlineData("ftp://127.0.0.1:5000")]
    [InlineData(" ; ")]
    public async Task Serve_OnSomethingThatIsNoAddress_ShowsHowToWriteOne(string urls)
    {
        var errors = await Refused("--content", ProgramProcess.Content, "--urls", urls);

        Assert.Contains("http://127.0.0.1:5080", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WithoutCourses_SaysHowToNameThem()
    {
        Assert.Contains("--content", await Refused("--content", folder["none"]), StringComparison.Ordinal);
        Assert.Contains("--content", await Refused("--content", folder.FullPath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    [InlineData("http://pilot.example:0")]
    public async Task Demo_OnAnAddressThatOthersReach_IsRefused(string urls)
    {
        var errors = await Refused("--demo", "--content", ProgramProcess.Content, "--urls", urls);

        Assert.Contains("stays on this computer", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_OnAPilotsFolder_IsRefused()
    {
        Directory.CreateDirectory(folder["data"]);
        await File.WriteAllTextAsync(folder["data/pilot.db"], "", TestContext.Current.CancellationToken);

        Assert.Contains("something else than a demo", await Refused([.. AnyPort, "--demo", "--data", folder["data"]]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnADemosFolder_IsRefused()
    {
        Directory.CreateDirectory(folder["data"]);
        await File.WriteAllTextAsync(folder["data/demo.json"], "{}", TestContext.Current.CancellationToken);

        Assert.Contains("holds a demo", await Refused(AnyPort), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_WhileServing_CanBeRestoredElsewhereAndIsSound()
    {
        await using var server = ProgramProcess.Start(folder.FullPath, AnyPort);
        await server.LineAsync("CohortCourses is at");

        var backup = await ProgramProcess.RunAsync(folder.FullPath, "backup", "copy");
        var again = await ProgramProcess.RunAsync(folder.FullPath, "backup", "copy");
        var restore = await ProgramProcess.RunAsync(folder.FullPath, "restore", "copy", "--data", "other");
        var check = await ProgramProcess.RunAsync(folder.FullPath, "check", "--data", "other");

        Assert.Equal((0, ""), (backup.Code, backup.Errors));
        Assert.StartsWith("Backed up ", backup.Output, StringComparison.Ordinal);
        Assert.Equal(1, again.Code);
        Assert.Contains("is not empty", again.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (restore.Code, restore.Errors));
        Assert.Equal((0, ""), (check.Code, check.Errors));
        Assert.Contains("is sound", check.Output, StringComparison.Ordinal);
    }

    /// <summary>One line that says why, no stack trace, and 1.</summary>
    private async Task<string> Refused(params IEnumerable<string> arguments)
    {
        var (code, output, errors) = await ProgramProcess.RunAsync(folder.FullPath, arguments);
        Assert.Equal((1, ""), (code, output));
        Assert.Single(errors.TrimEnd().Split('\n'));
        return errors;
    }

    private static async Task<(int Code, string Errors)> CodeAndErrors(Task<(int Code, string Output, string Errors)> end) =>
        await end is var (code, _, errors) ? (code, errors) : default;
}
