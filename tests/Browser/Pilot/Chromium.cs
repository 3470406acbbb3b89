using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CohortCourses.Tests.Browser.Pilot;

/// <summary>One Chromium for all journeys: the one that CHROMIUM names, else the one of the system, else Playwright's own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long a journey waits for anything, in milliseconds. A busy machine must not decide it.</summary>
    private const float Patience = 60_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Installed(),
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Opens a device in front of a pilot.</summary>
    public async Task<Device> OpenAsync(TestPilot pilot, Screen screen, bool script = true, string language = "en-GB")
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = pilot.Address.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = script,
            Locale = language,
            TimezoneId = "Asia/Tokyo",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new(context, await context.NewPageAsync(), script);
    }

    private static string? Installed() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}

/// <summary>The size of a screen, in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    public static readonly Screen Phone = new(360, 740);

    public static readonly Screen SmallPhone = new(320, 640);

    public static readonly Screen Desk = new(1280, 900);
}
