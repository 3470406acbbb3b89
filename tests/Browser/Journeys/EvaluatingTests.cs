using CohortCourses.Contracts;
using CohortCourses.Tests.Browser.Pilot;
using CohortCourses.Tests.Web.Evaluation;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class EvaluatingTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", true)]
    [InlineData("fr", false)]
    public async Task Figures_FitAPhone_AreAccessible_AndNeedNoScript(string language, bool script)
    {
        await using var pilot = await TestPilot.StartAsync();
        await Story.TellAsync(pilot, cohort: "winter", withForms: true);
        pilot.Clock.Advance(TimeSpan.FromDays(30));
        await Story.TellAsync(pilot, withForms: true);
        var omar = await pilot.OrganiserAsync();
        await pilot.Grains.Learner(omar.Learner).Prefer(new(language, "Africa/Cairo"));
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone, script);
        await phone.SignInAsync(omar, pilot.Address);

        await phone.OpenAsync("/c/spring/evaluate");
        Assert.Equal(language, await phone.Page.Locator("html").GetAttributeAsync("lang"));
        await phone.PressAsync(phone.Page.Locator(".filters a[href*='is=Asia']"));
        await Assertions.Expect(phone.Page.Locator(".filters [aria-current]")).ToContainTextAsync("20");
        await phone.Page.Locator(".picture summary").First.ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".picture table").First).ToBeVisibleAsync();
        await phone.LookAsync();
        await phone.OpenAsync("/c/spring/evaluate/questions");
        await Assertions.Expect(phone.Page.Locator("#changes-h")).ToBeVisibleAsync();
        await phone.OpenAsync("/c/spring/evaluate/compare");
        await phone.Page.Locator("select[name=with]").SelectOptionAsync("winter");
        await phone.PressAsync(phone.Page.Locator(".compare-with button"));
        await Assertions.Expect(phone.Page.Locator(".compared").First).ToBeVisibleAsync();
        await phone.OpenAsync("/c/spring/evaluate/report");
        await Assertions.Expect(phone.Page.Locator(".picture svg").First).ToBeVisibleAsync();
    }
}
