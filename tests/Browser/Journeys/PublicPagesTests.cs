using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class PublicPagesTests(Chromium chromium)
{
    [Theory]
    [InlineData("en-GB", "ltr")]
    [InlineData("fr-FR", "ltr")]
    [InlineData("ar-EG", "rtl")]
    public async Task Courses_ForAVisitor_SpeakTheBrowsersLanguage(string language, string direction)
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var phone = await chromium.OpenAsync(pilot, Screen.SmallPhone, language: language);

        await phone.OpenAsync("/");
        Assert.Equal(direction, await phone.Page.Locator("html").GetAttributeAsync("dir"));
        await phone.OpenAsync("/courses/building-partnerships");
        Assert.Equal(language[..2], await phone.Page.Locator("article").GetAttributeAsync("lang"));
        await phone.OpenAsync("/courses/safer-communities");
        await phone.OpenAsync("/sign-in");
    }

    [Fact]
    public async Task Language_WhenChosenAtTheFoot_StaysChosen()
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var desk = await chromium.OpenAsync(pilot, Screen.Desk, script: false);

        await desk.OpenAsync("/courses/building-partnerships");
        await desk.PressAsync(desk.Button("français"));

        await Assertions.Expect(desk.Page).ToHaveURLAsync(new Uri(pilot.Address, "/courses/building-partnerships").ToString());
        Assert.Equal("fr", await desk.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
