using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class SafetyTests(Chromium chromium)
{
    [Fact]
    public async Task Report_BecomesAHiddenPost_AnAppeal_AndAReversal_AndEachSideSeesItsOwn()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var (amina, kenji) = (await pilot.JoinAsync("amina", "spring"), await pilot.JoinAsync("kenji", "spring"));
        await using var reporter = await OpenAsync(pilot, amina, Screen.Phone);
        await using var author = await OpenAsync(pilot, kenji, Screen.SmallPhone);
        await using var ines = await OpenAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor), Screen.Desk);
        await using var noor = await OpenAsync(pilot, await pilot.JoinAsync("noor", "spring", CohortRole.Instructor), Screen.Desk);
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(8));
        var thread = Guid.CreateVersion7().ToString();
        await pilot.Grains.Voice("spring", kenji.Learner).Start(new(thread, 1, "Who speaks first?", ThreadKind.Talk, Audience.Cohort, new(thread, "You people never answer.")));
        await pilot.Grains.Voice("spring", amina.Learner).Post(thread, new(Guid.CreateVersion7().ToString(), "Whom do you mean?"));

        await reporter.WatchAsync($"/c/spring/discussion/{thread}");
        await reporter.Page.Locator("#p-1").GetByRole(AriaRole.Link, new() { Name = "More" }).ClickAsync();
        await reporter.PressAsync(reporter.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Report", Exact = true }));
        await reporter.Page.GetByLabel("Hostile or hurtful tone").CheckAsync();
        await reporter.Page.GetByLabel("What happened").FillAsync("It makes me not want to write.");
        await reporter.PressAsync(reporter.Button("Send the report"));
        await Assertions.Expect(reporter.Page.GetByText("waits for a look")).ToBeVisibleAsync();

        await ines.OpenAsync("/c/spring/moderate");
        await ines.PressAsync(ines.Link("Open the case"));
        await ines.Page.GetByLabel("A word on why").FillAsync("Speaks of people as one.");
        await ines.PressAsync(ines.Button("Hide the post"));

        await reporter.OpenAsync($"/c/spring/discussion/{thread}");
        await Assertions.Expect(reporter.Page.Locator("#p-1")).ToContainTextAsync("A moderator has hidden this post.");
        await Assertions.Expect(reporter.Page.Locator("#p-1")).Not.ToContainTextAsync("You people");
        await author.OpenAsync($"/c/spring/discussion/{thread}");
        await Assertions.Expect(author.Page.Locator("#p-1")).ToContainTextAsync("You people never answer.");
        await Assertions.Expect(author.Page.Locator("#p-1")).ToContainTextAsync("Speaks of people as one.");
        await author.OpenAsync("/c/spring/appeals");
        await author.Page.GetByLabel("Why should it be shown?").FillAsync("I meant the library, not the people here.");
        await author.PressAsync(author.Button("Ask for another look"));
        await Assertions.Expect(author.Page.GetByText("waits for another look")).ToBeVisibleAsync();

        await noor.OpenAsync("/c/spring/moderate");
        await noor.PressAsync(noor.Link("Open the case"));
        await noor.PressAsync(noor.Page.Locator("button[value=Reverse]"));

        await reporter.OpenAsync($"/c/spring/discussion/{thread}");
        await Assertions.Expect(reporter.Page.Locator("#p-1")).ToContainTextAsync("You people never answer.");
        await reporter.OpenAsync("/c/spring/reports");
        await author.OpenAsync("/c/spring/appeals");
        await Assertions.Expect(author.Page.GetByText("You were right")).ToBeVisibleAsync();
        await ines.OpenAsync("/c/spring/moderate/log");
        await Assertions.Expect(ines.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Speaks of people as one.");
    }

    private async Task<Device> OpenAsync(TestPilot pilot, Visitor who, Screen screen)
    {
        var device = await chromium.OpenAsync(pilot, screen);
        await device.SignInAsync(who, pilot.Address);
        return device;
    }
}
