using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Cohorts;

public sealed class ScheduleTests
{
    private const string Schedule = "/c/spring/manage/schedule";
    private const string Ask = "form[method=get]";
    private const string Confirm = "#preview button";

    [Fact]
    public async Task Preview_ShowsEveryonesDatesInBothZones_AndChangesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);

        var preview = await ines.SubmitAsync(Schedule, Ask, ("week", "2"), ("kind", "move"), ("to", "2027-02-17"));

        var row = preview.Document.QuerySelectorAll("#preview tbody tr")[1].TextContent;
        Assert.Contains("Monday 15 February, 06:00", row, StringComparison.Ordinal);
        Assert.Contains("Wednesday 17 February, 06:00", row, StringComparison.Ordinal);
        Assert.Contains("09:00 in Nairobi", row, StringComparison.Ordinal);
        Assert.Equal(7, preview.Document.QuerySelectorAll("#preview tbody tr.stays").Length);
        Assert.Empty((await pilot.Grains.Cohort("spring").Get())!.Changes);
    }

    [Theory]
    [InlineData("move", "2", "2027-02-17", "7", "later")]
    [InlineData("skip", "3", "", "7", "later")]
    [InlineData("shift", "4", "", "9", "later")]
    [InlineData("shift", "1", "", "3", "earlier")]
    public async Task Change_DoesWhatItsPreviewShowed(string kind, string week, string to, string days, string way)
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);

        var preview = await ines.SubmitAsync(Schedule, Ask, ("week", week), ("kind", kind), ("to", to), ("days", days), ("way", way));
        var shown = preview.Document.QuerySelectorAll("#preview tbody tr")
            .Select(row => row.ClassName == "stays" ? row.Children[1].TextContent : row.Children[2].TextContent).Select(Words).ToList();
        var changed = await ines.PressAsync(preview, Confirm);

        Assert.Equal(Schedule, changed.Path);
        Assert.Equal(shown, changed.Document.QuerySelectorAll("section:not(.card) table.calendar td").Select(cell => Words(cell.TextContent)));
        Assert.Single(changed.Document.QuerySelectorAll("#changes .said"));
        Assert.Contains("Ines", changed.Document.QuerySelector("#changes .said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_SentTwice_IsOneChange()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var preview = await ines.SubmitAsync(Schedule, Ask, ("week", "2"), ("kind", "shift"), ("days", "7"));

        await ines.PressAsync(preview, Confirm);
        var again = await ines.PressAsync(preview, Confirm);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        var cohort = await pilot.Grains.Cohort("spring").Get();
        Assert.Single(cohort!.Changes);
        Assert.Equal(new(2027, 2, 22), cohort.Weeks[1].Date);
    }

    [Fact]
    public async Task Change_WhenSomebodyChangedTheCalendarMeanwhile_IsRefused_AndShownAnew()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var preview = await ines.SubmitAsync(Schedule, Ask, ("week", "2"), ("kind", "shift"), ("days", "7"));
        await pilot.Grains.Cohort("spring").Reschedule(new("other", ScheduleChangeKind.Shift, 2, Days: 1), "omar");

        var refused = await ines.PressAsync(preview, Confirm);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("while you looked", refused.Problems, StringComparison.Ordinal);
        Assert.Contains("Tuesday 23 February", refused.Document.GetElementById("preview")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await pilot.Grains.Cohort("spring").Get())!.Changes);
        await ines.PressAsync(refused, Confirm);
        Assert.Equal(new(2027, 2, 23), (await pilot.Grains.Cohort("spring").Get())!.Weeks[1].Date);
    }

    [Theory]
    [InlineData("move", "2", "", "7", 422, "new day")]
    [InlineData("move", "2", "someday", "7", 422, "new day")]
    [InlineData("move", "2", "2027-01-04", "7", 409, "is over")]
    [InlineData("move", "2", "2027-02-08", "7", 409, "after week 1")]
    [InlineData("shift", "2", "", "0", 409, "at least one")]
    [InlineData("shift", "2", "", "367", 409, "at most 366")]
    [InlineData("shift", "2", "", "-7", 422, "digits")]
    public async Task Preview_WithBadInput_SaysWhatToChange_AndKeepsWhatWasTyped(string kind, string week, string to, string days, int status, string says)
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);

        var refused = await ines.SubmitAsync(Schedule, Ask, ("week", week), ("kind", kind), ("to", to), ("days", days));

        Assert.Equal(status, (int)refused.Status);
        Assert.Contains(says, refused.Problems, StringComparison.Ordinal);
        Assert.Equal((week, to, days), (refused.Value("week"), refused.Value("to"), refused.Value("days")));
        Assert.Equal(kind, refused.Document.QuerySelector("[name=kind][checked]")!.GetAttribute("value"));
        Assert.Null(refused.Document.GetElementById("preview"));
    }

    [Fact]
    public async Task Change_OfAWeekThatOpenedMeanwhile_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var preview = await ines.SubmitAsync(Schedule, Ask, ("week", "1"), ("kind", "shift"), ("days", "7"));
        pilot.Clock.JumpTo(new(2027, 2, 8, 6, 0, 0, TimeSpan.Zero));

        var refused = await ines.PressAsync(preview, Confirm);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("stays open", refused.Problems, StringComparison.Ordinal);
        Assert.Empty((await pilot.Grains.Cohort("spring").Get())!.Changes);
    }

    [Fact]
    public async Task Undo_IsShownFirst_ThenDone_OnceHoweverOftenItIsSent()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        await pilot.Grains.Cohort("spring").Reschedule(new("move", ScheduleChangeKind.Move, 2, To: new(2027, 2, 17)), ines.Learner);

        var calendar = await ines.GetAsync(Schedule);
        var preview = await ines.GetAsync(calendar.Document.QuerySelector("#changes a")!.GetAttribute("href")!);
        Assert.Contains("Monday 15 February", preview.Document.QuerySelectorAll("#preview tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(new(2027, 2, 17), (await pilot.Grains.Cohort("spring").Get())!.Weeks[1].Date);

        await ines.PressAsync(preview, Confirm);
        var undone = await ines.PressAsync(preview, Confirm);

        Assert.Equal(HttpStatusCode.OK, undone.Status);
        Assert.Contains("taken back", undone.Document.GetElementById("changes")!.TextContent, StringComparison.Ordinal);
        var cohort = await pilot.Grains.Cohort("spring").Get();
        Assert.Equal((new DateOnly(2027, 2, 15), 2), (cohort!.Weeks[1].Date, cohort.NewsCount));
    }

    [Fact]
    public async Task Undo_WhenThereIsNoSuchChange_SaysSo()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);

        var refused = await ines.GetAsync($"{Schedule}?undo=nothing");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("not there any more", refused.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_KeepsTheRecordOfWhatOpenedAndForHowMany()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        await pilot.JoinAsync("amina", "spring");
        pilot.Clock.JumpTo(new(2027, 2, 8, 6, 0, 0, TimeSpan.Zero));
        while ((await pilot.Grains.Cohort("spring").Releases()).IsEmpty)
        {
            await Task.Yield();
        }

        var record = (await ines.GetAsync(Schedule)).Document.QuerySelectorAll("table.tight tbody tr");

        Assert.Equal("1|Mon 8 Feb 06:00|Mon 8 Feb 06:00|2", string.Join('|', Assert.Single(record).Children.Select(cell => cell.TextContent)));
    }

    [Theory]
    [InlineData(CohortRole.Participant)]
    [InlineData(CohortRole.Mentor)]
    [InlineData(CohortRole.Evaluator)]
    public async Task Schedule_ForWhoDoesNotRunTheCohort_IsForbidden(CohortRole role)
    {
        await using var pilot = await TestPilot.StartAsync();
        await Spring(pilot);
        var amina = await pilot.JoinAsync("amina", "spring", role);

        foreach (var page in new[] { "", "/schedule", "/invitations", "/people" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await amina.GetAsync($"/c/spring/manage{page}")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await amina.PostAsync($"{Schedule}?handler=change", ("kind", "skip"), ("week", "2"))).Status);
        Assert.Empty((await pilot.Grains.Cohort("spring").Get())!.Changes);
    }

    /// <summary>Ines teaches it from Lisbon, three hours behind Nairobi.</summary>
    private static async Task<Visitor> Spring(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        return await pilot.JoinAsync("ines", "spring", CohortRole.Instructor, preferences: new("en", "Europe/Lisbon"));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
