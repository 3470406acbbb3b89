using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

/// <summary>An instructor asks everyone something, and they answer wherever they are.</summary>
public sealed class AskingTests(Chromium chromium)
{
    private const string Forms = "/c/spring/forms";

    [Fact]
    public async Task Question_IsPushed_AnsweredWithOneThumb_Counted_AndShownToTheRoom()
    {
        await using var pilot = await PilotAsync();
        await using var desk = await OpenAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor), Screen.Desk);
        await using var phone = await OpenAsync(pilot, await pilot.JoinAsync("amina", "spring"), Screen.Phone);
        await phone.WatchAsync("/c/spring/week/1");
        await desk.OpenAsync(Forms);
        await desk.Page.Locator("form", new() { HasText = "How is the pace?" }).GetByRole(AriaRole.Button).ClickAsync();

        var sheet = phone.Page.Locator("[data-panel]");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator("[data-count]")).ToHaveTextAsync("0");
        await phone.LookAsync();
        await sheet.GetByText("About right").ClickAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Assertions.Expect(sheet).ToContainTextAsync("Thank you");
        pilot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Assertions.Expect(desk.Page.Locator("[data-count]")).ToHaveTextAsync("1");
        var form = (await pilot.Grains.Forms("spring").List())[0].Id;
        foreach (var number in Enumerable.Range(1, 11))
        {
            var other = await pilot.JoinAsync($"other{number}", "spring");
            await other.SubmitAsync($"{Forms}/{form}", "form.survey", ((await other.GetAsync($"{Forms}/{form}")).Document.QuerySelector("fieldset.question")!.Id!, number <= 6 ? "3" : "2"));
        }

        pilot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Assertions.Expect(desk.Page.Locator("[data-count]")).ToHaveTextAsync("12");
        await desk.LookAsync();
        await desk.PressAsync(desk.Button("Show everyone the results"));
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Row, new() { Name = "Too fast" })).ToContainTextAsync("6");
        await phone.PressAsync(phone.Link("See them"));
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Row, new() { Name = "About right" })).ToContainTextAsync("6");
        await Assertions.Expect(phone.Page.GetByText("so that nobody can be picked out")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AnonymousForm_AnsweredAndErased_LeavesTheWordsAndNothingThatLeadsToWhoWroteThem()
    {
        await using var pilot = await PilotAsync();
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        await AskAsync(pilot, "weekly-pulse");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await AnswerAsync(await pilot.JoinAsync($"other{number}", "spring"), "Nothing.");
        }

        var amina = await pilot.JoinAsync("amina", "spring");
        await using var phone = await OpenAsync(pilot, amina, Screen.SmallPhone);
        await phone.OpenAsync($"{Forms}/weekly-pulse");
        await Assertions.Expect(phone.Page.GetByText("Nobody can ever know").First).ToBeVisibleAsync();
        await phone.Page.GetByLabel("One thing that we should change next week").FillAsync("Fewer words.");
        await phone.Page.GetByLabel("about right", new() { Exact = true }).CheckAsync();
        await phone.Button("Send").ClickAsync();
        await Assertions.Expect(phone.Page.GetByText("nobody can tell that it is yours")).ToBeVisibleAsync();
        await phone.OpenAsync($"{Forms}/weekly-pulse");
        await Assertions.Expect(phone.Page.Locator("form.survey")).ToHaveCountAsync(0);
        Assert.DoesNotContain("Fewer words.", (await amina.GetAsync("/me/export")).Html, StringComparison.Ordinal);

        await using var desk = await OpenAsync(pilot, ines, Screen.Desk);
        await desk.OpenAsync($"{Forms}/weekly-pulse/results");
        await Assertions.Expect(desk.Page.GetByText("Fewer words.")).ToHaveCountAsync(0);
        await CohortCourses.Web.People.PersonalData.EraseAsync(pilot.Grains, amina.Account!);
        await desk.Page.GetByText("Close the form", new() { Exact = true }).ClickAsync();
        await desk.PressAsync(desk.Button("Close it"));
        await Assertions.Expect(desk.Page.GetByText("Fewer words.")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByText("Amina")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Form_AnsweredWithTheLineDown_IsKept_AndSentOnce()
    {
        await using var pilot = await PilotAsync();
        var amina = await pilot.JoinAsync("amina", "spring");
        await AskAsync(pilot, "weekly-pulse");
        await using var phone = await OpenAsync(pilot, amina, Screen.SmallPhone);
        await phone.OpenAsync($"{Forms}/weekly-pulse");
        await Assertions.Expect(phone.Page.GetByText("What kept you from it?")).ToBeHiddenAsync();
        await phone.Page.GetByLabel("too much", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(phone.Page.GetByText("What kept you from it?")).ToBeVisibleAsync();
        await phone.Page.GetByLabel("One thing that we should change next week").FillAsync("Less text.");
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.GetByLabel("One thing that we should change next week")).ToHaveValueAsync("Less text.");

        await phone.Context.SetOfflineAsync(offline: true);
        await phone.Button("Send").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("[data-status]")).ToContainTextAsync("Not sent yet");
        await phone.LookAsync();
        await phone.Page.RouteAsync("**/*handler=answer*", async route =>
        {
            await route.FetchAsync(); // it arrives, and nobody hears of it
            await route.AbortAsync();
        }, new() { Times = 1 });
        await phone.Context.SetOfflineAsync(offline: false);

        await Assertions.Expect(phone.Page.GetByText("nobody can tell that it is yours")).ToBeVisibleAsync();
        Assert.Equal(1, (await pilot.Grains.Form("spring", "weekly-pulse").Results()).Responses);
        Assert.DoesNotContain("Less text.", await phone.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongForm_WithScriptOff_OnASmallPhone_IsAnsweredAndChanged()
    {
        await using var pilot = await PilotAsync();
        var amina = await pilot.JoinAsync("amina", "spring");
        await AskAsync(pilot, "before");
        await using var phone = await OpenAsync(pilot, amina, Screen.SmallPhone, script: false);

        await phone.OpenAsync("/c/spring");
        await phone.PressAsync(phone.Page.GetByRole(AriaRole.Link, new() { Name = "Answer (6 minutes)" }));
        await Assertions.Expect(phone.Page.GetByText("Only if you answered")).ToHaveCountAsync(1);
        await phone.Page.GetByLabel("Yes, once").CheckAsync();
        foreach (var pill in await phone.Page.Locator(".pills label:nth-child(3)").AllAsync())
        {
            await pill.ClickAsync();
        }

        await phone.PressAsync(phone.Button("Send"));
        await Assertions.Expect(phone.Page.GetByText("you can change them until the form closes")).ToBeVisibleAsync();
        await phone.Page.GetByLabel("Yes, several times").CheckAsync();
        await phone.PressAsync(phone.Button("Send the change"));
        Assert.Equal(["several"], (await pilot.Grains.Form("spring", "before").Standing(amina.Learner)).Mine!.Answers["experience"]);
    }

    [Fact]
    public async Task Forms_InArabic_AreMirroredAndWhole()
    {
        await using var pilot = await PilotAsync();
        await AskAsync(pilot, "weekly-pulse");
        await AskAsync(pilot, "after");
        await using var phone = await OpenAsync(pilot, await pilot.JoinAsync("salma", "spring", preferences: new("ar", "Africa/Cairo")), Screen.Phone);
        await using var desk = await OpenAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor, preferences: new("ar", "Africa/Cairo")), Screen.Desk);

        foreach (var page in new[] { Forms, $"{Forms}/weekly-pulse", $"{Forms}/after" })
        {
            await phone.OpenAsync(page);
        }

        await Assertions.Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await desk.OpenAsync(Forms);
        await desk.OpenAsync($"{Forms}/weekly-pulse/results");
    }

    private static async Task<TestPilot> PilotAsync()
    {
        var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(8));
        return pilot;
    }

    private static async Task AnswerAsync(Visitor who, string change) =>
        Assert.Equal(200, (int)(await who.SubmitAsync($"{Forms}/weekly-pulse", "form.survey", ("q.pace", "right"), ("q.change", change))).Status);

    private static async Task AskAsync(TestPilot pilot, string form)
    {
        var instructor = await pilot.JoinAsync($"asks{form}", "spring", CohortRole.Instructor);
        Assert.EndsWith($"{form}/results", (await instructor.SubmitAsync(Forms, "form[action*='handler=open']", ("form", form), ("week", ""))).Path, StringComparison.Ordinal);
    }

    private async Task<Device> OpenAsync(TestPilot pilot, Visitor who, Screen screen, bool script = true)
    {
        var device = await chromium.OpenAsync(pilot, screen, script);
        await device.SignInAsync(who, pilot.Address);
        return device;
    }
}
