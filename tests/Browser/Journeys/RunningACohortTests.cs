using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class RunningACohortTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cohort_IsMadeAfterALookAtItsDates_AndItsFirstLinkLeadsIn(bool script)
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var desk = await chromium.OpenAsync(pilot, Screen.Desk, script);
        await desk.SignInAsync(await pilot.OrganiserAsync(), pilot.Address);

        await desk.OpenAsync("/organise");
        await desk.PressAsync(desk.Link("New cohort"));
        await desk.Page.GetByLabel("Course").SelectOptionAsync("building-partnerships");
        await desk.Page.GetByLabel("Name").FillAsync("Autumn 2027");
        await desk.Page.GetByLabel("First day").FillAsync("2027-09-06");
        await desk.Page.GetByLabel("Time zone").SelectOptionAsync("Europe/Berlin");
        await desk.PressAsync(desk.Button("Show all dates"));
        await Assertions.Expect(desk.Page.GetByText("Monday 6 September, 10:00")).ToBeVisibleAsync();
        await desk.PressAsync(desk.Button("Create the cohort"));
        await desk.PressAsync(desk.Link("Invite people"));
        await desk.PressAsync(desk.Button("Make the link"));
        var link = await desk.Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();

        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone, script);
        await phone.OpenAsync(new Uri(link).PathAndQuery);
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Autumn 2027");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Week_IsMovedOnAPhone_AfterALookAtWhatThatDoes_AndTakenBack(bool script)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone, script);
        await phone.SignInAsync(await pilot.JoinAsync("ines", "spring", CohortRole.Instructor), pilot.Address);

        await phone.OpenAsync("/c/spring/manage/schedule");
        await phone.Page.GetByLabel("Which week").SelectOptionAsync("2");
        await phone.Page.GetByLabel("It and all that follow shift").CheckAsync();
        await phone.PressAsync(phone.Button("Show what that does"));
        await Assertions.Expect(phone.Page.Locator("#preview")).ToContainTextAsync("Monday 22 February, 09:00");
        await phone.PressAsync(phone.Button("Change the calendar"));
        await Assertions.Expect(phone.Page.Locator("#changes")).ToContainTextAsync("7 days later");
        await phone.PressAsync(phone.Link("Take it back…"));
        await phone.PressAsync(phone.Button("Take it back"));

        await Assertions.Expect(phone.Page.Locator("#changes")).ToContainTextAsync("taken back");
        Assert.Equal(new(2027, 2, 15), (await pilot.Grains.Cohort("spring").Get())!.Weeks[1].Date);
    }

    [Theory]
    [InlineData("en", 320)]
    [InlineData("ar", 360)]
    public async Task EveryPageOfWhoRunsACohort_FitsAndIsAccessible(string language, int width)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: new(2027, 2, 2));
        await pilot.CohortAsync("night", firstDay: new(2027, 3, 7), zone: "America/New_York");
        var amina = await pilot.JoinAsync("amina", "spring", track: "nascent", handle: "Wikipedian_of_the_farthest_North_42");
        await pilot.JoinAsync("kenji", "spring", CohortRole.Mentor, "emerging", handle: "さくら");
        await pilot.InviteAsync("spring", uses: 20, track: "nascent");
        await pilot.Grains.NoticeBoard("spring").Announce(new(Guid.NewGuid().ToString(), amina.Learner, "See you on Thursday.\nBring a map.", "en"));
        pilot.Clock.JumpTo(new(2027, 2, 10, 12, 0, 0, TimeSpan.Zero));
        await pilot.Grains.Cohort("spring").Reschedule(new("move", ScheduleChangeKind.Move, 5, To: new(2027, 3, 4)), "omar");
        await pilot.Grains.Learner(amina.Learner).Complete("spring", 1);
        var account = await pilot.AccountAsync("leila", organiser: true, preferences: new(language, "Africa/Cairo"));
        await using var device = await chromium.OpenAsync(pilot, new(width, 800));
        await device.SignInAsync(await pilot.SignInAsync(account), pilot.Address);

        string[] pages =
        [
            "/organise", "/organise/new", "/c/spring/people", "/c/spring/manage", "/c/night/manage", "/c/spring/manage/schedule",
            "/c/spring/manage/schedule?kind=shift&week=4&days=7", "/c/spring/manage/schedule?kind=move&week=4", "/c/spring/manage/schedule?undo=move",
            "/c/spring/manage/invitations", "/c/spring/manage/people", $"/c/spring/manage/people/{amina.Learner}",
        ];
        foreach (var page in pages)
        {
            await device.OpenAsync(page);
        }

        await device.OpenAsync("/c/spring/manage/invitations");
        await device.PressAsync(device.Page.Locator("form[action*=invite] button"));
        await Assertions.Expect(device.Page.Locator("svg.qr")).ToBeVisibleAsync();
    }
}
