using System.IO.Compression;
using CohortCourses.Contracts;
using CohortCourses.Tests.Browser.Pilot;
using CohortCourses.Tests.Web.Evaluation;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

/// <summary>An evaluator takes data along; who they are about is the organiser's to give out.</summary>
public sealed class ExportingTests(Chromium chromium)
{
    private const string Exports = "/c/spring/evaluate/exports";

    [Theory]
    [InlineData("en", true, 1280)]
    [InlineData("en", false, 360)]
    [InlineData("ar", true, 320)]
    public async Task Evaluator_TakesATableAndThePackage_AndTheOrganiserAloneTheKeys(string language, bool script, int width)
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot, language, withForms: true);
        await using var desk = await chromium.OpenAsync(pilot, new(width, 800), script);
        await desk.SignInAsync(eva, pilot.Address);

        await desk.OpenAsync("/c/spring/evaluate");
        await desk.PressAsync(desk.Page.Locator($".tabs a[href='{Exports}']"));
        await desk.Page.Locator("#for").FillAsync("report-1");
        await desk.PressAsync(desk.Page.Locator("form:has(#for) button"));
        var table = await TakeAsync(desk, desk.Page.Locator("a[href*='completion.csv']"));
        var package = await TakeAsync(desk, desk.Page.Locator("a[href*='package.zip']"));

        Assert.StartsWith("study_key,", await File.ReadAllTextAsync(table, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(package, TestContext.Current.CancellationToken);
        Assert.Contains(zip.Entries, entry => entry.FullName == "datapackage.json");
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("key", StringComparison.OrdinalIgnoreCase));
        await Assertions.Expect(desk.Page.Locator("form[action='?handler=keys']")).ToHaveCountAsync(0);
        await desk.OpenAsync(Exports);
        await Assertions.Expect(Log(desk).First).ToContainTextAsync("package.zip");

        await using var office = await chromium.OpenAsync(pilot, Screen.Desk, script);
        var omar = await pilot.OrganiserAsync();
        await pilot.Grains.Learner(omar.Learner).Prefer(new(language, "Africa/Cairo"));
        await office.SignInAsync(omar, pilot.Address);
        await office.OpenAsync($"{Exports}?for=report-1");
        var keys = await TakeAsync(office, office.Page.Locator("form[action='?handler=keys'] button"));

        Assert.Contains(",p1", await File.ReadAllTextAsync(keys, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await desk.OpenAsync(Exports);
        await Assertions.Expect(Log(desk).First).ToContainTextAsync("keys.csv");
        await Assertions.Expect(Log(desk)).ToHaveCountAsync(3);
    }

    private static ILocator Log(Device device) => device.Page.Locator("section[aria-labelledby=log] li");

    private static async Task<string> TakeAsync(Device device, ILocator what)
    {
        var download = await device.Page.RunAndWaitForDownloadAsync(() => what.ClickAsync());
        return await download.PathAsync();
    }
}
