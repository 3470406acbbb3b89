using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CohortCourses.Tests.Web.Startup;

namespace CohortCourses.Tests.Web.Demo;

public sealed class DemoTests : IDisposable
{
    private static readonly string[] AnyPort = ["--demo", "--urls", "http://127.0.0.1:0", "--content", ProgramProcess.Content];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Demo_ByItself_IsReadyWithItsPeopleAndLeavesNothingBehind()
    {
        var since = Stopwatch.GetTimestamp();
        await using var demo = ProgramProcess.Start(folder.FullPath, AnyPort);
        var address = await demo.AddressAsync();
        TestContext.Current.SendDiagnosticMessage($"The demo was ready {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s after the start of its process.");
        var data = (await demo.LineAsync("data")).Split(',')[0].Trim()["data".Length..].Trim();
        using var amina = new HttpClient { BaseAddress = address };

        var home = await PageAsync(amina, "/demo/sign-in/amina");
        Assert.Equal("/c/spring", home.Path);
        Assert.Equal("4", home.Document.QuerySelector(".path .here .stone [aria-hidden]")!.TextContent);

        Assert.True(Directory.Exists(data));
        Assert.Equal((0, ""), await demo.StopAsync() is var (code, _, errors) ? (code, errors) : default);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Demo_StartedAgainOnItsFolder_GoesOnWhereItWas()
    {
        string[] kept = [.. AnyPort, "--data", "kept"];
        DateTimeOffset then;
        string opened;
        await using (var demo = ProgramProcess.Start(folder.FullPath, kept))
        {
            using var kenji = new HttpClient { BaseAddress = await demo.AddressAsync() };
            var page = await PageAsync(kenji, "/demo/sign-in/kenji");
            opened = Open(await MoveAsync(kenji, page, "release"));
            await MoveAsync(kenji, page, "day");
            then = await NowAsync(kenji);
            Assert.Equal(0, (await demo.StopAsync()).Code);
        }

        await using var again = ProgramProcess.Start(folder.FullPath, kept);
        using var later = new HttpClient { BaseAddress = await again.AddressAsync() };

        Assert.InRange(await NowAsync(later), then, then + TimeSpan.FromMinutes(5));
        Assert.Equal("5", opened);
        Assert.Equal(opened, Open(await PageAsync(later, "/demo/sign-in/kenji")));
    }

    [Fact]
    public async Task Demo_RunFast_LetsHoursPassInSeconds()
    {
        await using var demo = ProgramProcess.Start(folder.FullPath, AnyPort);
        using var omar = new HttpClient { BaseAddress = await demo.AddressAsync() };
        var page = await PageAsync(omar, "/demo/sign-in/omar");
        var before = await NowAsync(omar);

        await MoveAsync(omar, page, "run");
        Assert.Equal(3600, (await ReadAsync(omar)).GetProperty("speed").GetDouble());
        await MoveAsync(omar, page, "stop");

        Assert.Equal(1, (await ReadAsync(omar)).GetProperty("speed").GetDouble());
        Assert.True(await NowAsync(omar) > before);
    }

    [Fact]
    public async Task Demo_AskedByAnotherName_RefusesToAnswer()
    {
        await using var demo = ProgramProcess.Start(folder.FullPath, AnyPort);
        using var stranger = new HttpClient { BaseAddress = await demo.AddressAsync() };
        stranger.DefaultRequestHeaders.Host = "pilot.example";

        using var answer = await stranger.GetAsync("/demo/sign-in/omar", TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    private static string Open(Shown home) => home.Document.QuerySelectorAll(".path a.stone [aria-hidden]").Length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Shown> PageAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
        return await Parse(answer);
    }

    private static async Task<Shown> MoveAsync(HttpClient browser, Shown page, string move)
    {
        var form = Assert.IsType<IHtmlFormElement>(page.Document.QuerySelector(".clock form"), exactMatch: false);
        var fields = form.Elements.OfType<IHtmlInputElement>().Select(field => KeyValuePair.Create(field.Name!, field.Value));
        using var body = new FormUrlEncodedContent([.. fields, new("move", move)]);
        using var answer = await browser.PostAsync(form.GetAttribute("action"), body, TestContext.Current.CancellationToken);
        return await Parse(answer);
    }

    private static async Task<Shown> Parse(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.RequestMessage!.RequestUri!.AbsolutePath, await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken));
    }

    private static async Task<DateTimeOffset> NowAsync(HttpClient browser) => (await ReadAsync(browser)).GetProperty("now").GetDateTimeOffset();

    private static Task<JsonElement> ReadAsync(HttpClient browser) => browser.GetFromJsonAsync<JsonElement>("/demo/clock", TestContext.Current.CancellationToken);

    private sealed record Shown(string Path, IHtmlDocument Document);
}
