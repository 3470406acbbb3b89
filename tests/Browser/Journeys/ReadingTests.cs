using CohortCourses.Contracts;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class ReadingTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Week_OnAPhone_IsReadCompletedAndTakenBack(bool script)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone, script);
        await phone.SignInAsync(await pilot.JoinAsync("amina", "spring"), pilot.Address);
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(8));

        await phone.OpenAsync("/c/spring");
        await phone.PressAsync(phone.Link("Start reading"));
        await Assertions.Expect(phone.Heading("Why partner")).ToBeVisibleAsync();
        await phone.PressAsync(phone.Button("Mark week 1 complete"));
        await Assertions.Expect(phone.Page.GetByText("Week 1 is complete.")).ToBeVisibleAsync();

        await phone.OpenAsync("/c/spring");
        await Assertions.Expect(phone.Page.GetByText("1 of 6 modules complete")).ToBeVisibleAsync();
        await phone.OpenAsync("/c/spring/week/1");
        await phone.PressAsync(phone.Button("Take it back"));
        await Assertions.Expect(phone.Button("Mark week 1 complete")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reflection_StaysOnTheDevice_AndIsAPlainPromptWithoutScript(bool script)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone, script);
        await phone.SignInAsync(await pilot.JoinAsync("amina", "spring"), pilot.Address);
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(8));
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string>();
        phone.Page.Request += (_, request) => sent.Enqueue($"{request.Url} {request.PostData}");
        await phone.OpenAsync("/c/spring/week/1");
        var field = phone.Page.Locator("[data-reflection]").First.GetByLabel("Your answer");
        if (!script)
        {
            await Assertions.Expect(phone.Page.Locator("[data-reflection]").First).ToBeVisibleAsync();
            await Assertions.Expect(field).ToHaveCountAsync(0);
            return;
        }

        await field.FocusAsync();
        await phone.Page.Keyboard.TypeAsync("The librarian, quokka.");
        await Assertions.Expect(phone.Page.Locator("[data-reflection] [role=status]").First).ToHaveTextAsync("Kept on this device.");
        await phone.LookAsync();
        await phone.OpenAsync("/c/spring/week/1?language=fr");

        await Assertions.Expect(field).ToHaveValueAsync("The librarian, quokka.");
        Assert.DoesNotContain(sent, request => request.Contains("quokka", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Week_BeforeItsRelease_SaysWhenItOpensInBothZones()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", zone: "Europe/Lisbon");
        await using var phone = await chromium.OpenAsync(pilot, Screen.SmallPhone);
        await phone.SignInAsync(await pilot.JoinAsync("kenji", "spring", preferences: new("en", "Asia/Tokyo")), pilot.Address);

        await phone.OpenAsync("/c/spring/week/1");

        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Monday 8 February, 18:00");
        await phone.OpenAsync("/c/spring");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("09:00");
    }

    [Fact]
    public async Task Week_InArabic_IsMirroredAndTranslated()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone);
        await phone.SignInAsync(await pilot.JoinAsync("amina", "spring", preferences: new("ar", "Africa/Cairo")), pilot.Address);
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(22));

        await phone.OpenAsync("/c/spring/week/1");

        Assert.Equal("rtl", await phone.Page.Locator("html").GetAttributeAsync("dir"));
        Assert.Equal("rtl", await phone.Page.Locator("article").GetAttributeAsync("dir"));
        var (brand, firstStone) = (await Left(phone, ".brand"), await Left(phone, ".prose ul"));
        Assert.True(brand > 100, $"The brand stands at {brand}, but Arabic begins on the right.");
        await phone.OpenAsync("/c/spring");
        Assert.True(await Left(phone, ".path li:first-child") > await Left(phone, ".path li:last-child"));

        await phone.OpenAsync("/c/spring/week/3");
        await Assertions.Expect(phone.Page.Locator("article .notice").First).ToContainTextAsync("English");
        Assert.True(firstStone >= 0);
    }

    [Fact]
    public async Task Week_WithoutAMouse_IsCompletedByKeyboardAlone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var desk = await chromium.OpenAsync(pilot, Screen.Desk);
        var amina = await pilot.JoinAsync("amina", "spring");
        await desk.SignInAsync(amina, pilot.Address);
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(8));
        await desk.OpenAsync("/c/spring/week/1");

        await desk.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(desk.Link("Skip to the content")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Button("Mark week 1 complete").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.Page.GetByText("Week 1 is complete.")).ToBeVisibleAsync();
        Assert.Equal(1, (await pilot.Grains.Learner(amina.Learner).Enrolment("spring"))?.Done);
    }

    private static Task<double> Left(Device device, string selector) =>
        device.Page.Locator(selector).First.EvaluateAsync<double>("element => element.getBoundingClientRect().left");
}
