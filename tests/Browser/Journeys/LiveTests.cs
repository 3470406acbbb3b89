using System.Diagnostics;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public async Task Week_WhenItsInstantComes_OpensInEveryBrowserThatIsLooking()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone);
        await using var desk = await chromium.OpenAsync(pilot, Screen.Desk);
        await phone.SignInAsync(await pilot.JoinAsync("amina", "spring"), pilot.Address);
        await desk.SignInAsync(await pilot.JoinAsync("kenji", "spring", preferences: new("fr", "Asia/Tokyo")), pilot.Address);
        await phone.WatchAsync("/c/spring/week/1");
        await desk.WatchAsync("/c/spring");

        var opens = (await pilot.Grains.Cohort("spring").Get())!.Weeks[0].OpensAt;
        var clock = Stopwatch.StartNew();
        pilot.Clock.JumpTo(opens);

        await Assertions.Expect(phone.Heading("Why partner")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Link("Commencer la lecture").First).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"Both had it after {clock.ElapsedMilliseconds} ms.");
        await phone.LookAsync();
        await desk.LookAsync();
    }

    [Fact]
    public async Task Announcement_ReachesWhoeverIsLookingAndStaysOnThePage()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone);
        await phone.SignInAsync(await pilot.JoinAsync("amina", "spring"), pilot.Address);
        await phone.WatchAsync("/c/spring");

        await pilot.Grains.NoticeBoard("spring").Announce(new(Guid.NewGuid().ToString(), ines.Learner, "Bring a map on Thursday.", "en"));

        await Assertions.Expect(phone.Page.GetByText("Bring a map on Thursday.")).ToBeVisibleAsync();
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.GetByText("Bring a map on Thursday.")).ToBeVisibleAsync();
    }
}
