using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

/// <summary>The end of a course: the form that completes it is opened in time, and who completed it can show that.</summary>
public sealed class CompletingTests(Chromium chromium)
{
    [Fact]
    public async Task FormThatCompletes_IsOpenedFromTheDesk()
    {
        await using var pilot = await LastWeekAsync();
        await using var phone = await chromium.OpenAsync(pilot, Screen.SmallPhone);
        await phone.SignInAsync(await pilot.JoinAsync("ines", "spring", CohortRole.Instructor), pilot.Address);

        await phone.OpenAsync("/c/spring/forms");
        await phone.OpenAsync("/c/spring/moderate");
        await phone.PressAsync(phone.Button("Open: After the course"));

        Assert.EndsWith("/c/spring/forms/after/results", phone.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoCompleted_ShowsItToAStranger_UntilTheyEndIt(bool script)
    {
        await using var pilot = await LastWeekAsync();
        var amina = await pilot.JoinAsync("amina", "spring", handle: "Sun bird");
        await pilot.CompleteAsync("spring", amina.Learner);
        await using var phone = await chromium.OpenAsync(pilot, Screen.SmallPhone, script);
        await phone.SignInAsync(amina, pilot.Address);

        await phone.OpenAsync("/c/spring");
        await phone.PressAsync(phone.Link("Show that you completed"));
        await phone.PressAsync(phone.Button("Make a link"));
        var link = new Uri(await phone.Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync()).PathAndQuery;
        await using var stranger = await chromium.OpenAsync(pilot, Screen.Desk, script);
        await stranger.OpenAsync(link);
        await Assertions.Expect(stranger.Page.Locator(".confirmation .who")).ToHaveTextAsync("Sun bird");

        await phone.PressAsync(phone.Button("End the link"));
        await stranger.OpenAsync(link);
        await Assertions.Expect(stranger.Heading("This link shows nothing")).ToBeVisibleAsync();
    }

    private static async Task<TestPilot> LastWeekAsync()
    {
        var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(58));
        return pilot;
    }
}
