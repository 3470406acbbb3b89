using System.Globalization;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>What a phone pays for the week page: bytes and requests, as Chromium counts them on the wire.</summary>
public static class WireWeight
{
    /// <summary>Answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        await using var pilot = await PilotProcess.DemoAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        List<string> lines = ["| week page in Chromium | bytes on the wire | requests |", "|---|---:|---:|"];
        foreach (var language in new[] { "en", "ar" })
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(pilot.Address, "/demo/sign-in/amina").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            var session = await context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.clearBrowserCache");
            var address = new Uri(pilot.Address, $"/c/spring/week/1?language={language}").ToString();
            lines.Add(await VisitAsync(page, session, address, $"first visit, {language}"));
            lines.Add(await VisitAsync(page, session, address, $"repeat visit, {language}"));
        }

        return [.. lines];
    }

    private static async Task<string> VisitAsync(IPage page, ICDPSession session, string address, string name)
    {
        var (bytes, requests) = (0.0, 0);
        var finished = session.Event("Network.loadingFinished");
        finished.OnEvent += Count;
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        finished.OnEvent -= Count;
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {bytes:N0} | {requests} |");

        void Count(object? sender, System.Text.Json.JsonElement? parameters)
        {
            var length = parameters?.GetProperty("encodedDataLength").GetDouble() ?? 0;
            bytes += length;
            requests += length > 0 ? 1 : 0;
        }
    }
}
