using CohortCourses.Contracts;
using CohortCourses.Tests.Browser.Pilot;
using CohortCourses.Tests.Web.Evaluation;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class EvaluatingTests(Chromium chromium)
{
    [Fact]
    public async Task Pictures_TellTheirValues_ToThePointerAndTheArrowKeys_AndPutCurvesOut()
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var desk = await chromium.OpenAsync(pilot, Screen.Desk);
        await desk.SignInAsync(await Story.TellAsync(pilot), pilot.Address);
        await desk.OpenAsync("/c/spring/evaluate");
        var tip = desk.Page.Locator(".tip");

        await desk.Page.Locator("[aria-labelledby='stages-h'] .mark").First.HoverAsync();
        await Assertions.Expect(tip).ToContainTextAsync(", n 60");
        await desk.LookAsync();
        await desk.Page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(tip).ToBeHiddenAsync();

        var curves = desk.Page.Locator(".picture:has(.switches)").First;
        await curves.Locator("svg").FocusAsync();
        await desk.Page.Keyboard.PressAsync("End");
        var last = await tip.TextContentAsync();
        await desk.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(tip).Not.ToHaveTextAsync(last!);
        var first = curves.GetByRole(AriaRole.Button).First;
        await first.ClickAsync();
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(curves.Locator("[data-curve='0']")).ToBeHiddenAsync();
        await desk.LookAsync();
    }

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
