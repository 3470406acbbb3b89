using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Organise;

public sealed class NewCohortTests
{
    private const string Preview = "button[formaction*=preview]";
    private const string Create = "button[formaction*=create]";

    private static readonly (string Name, string Value)[] Autumn =
    [
        ("course", "building-partnerships"), ("name", "Autumn 2027"), ("firstDay", "2027-09-06"), ("releaseTime", "09:00"), ("zone", "Europe/Berlin"), ("seats", "40"),
    ];

    [Fact]
    public async Task Create_MakesTheCohort_AndLeadsToIt()
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();

        var made = await omar.PressAsync(await omar.GetAsync("/organise/new"), Create, Autumn);

        Assert.Equal("/c/autumn-2027/manage", made.Path);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var cohort = await pilot.Grains.Cohort("autumn-2027").Get();
        Assert.Equal(new(2027, 9, 6, 7, 0, 0, TimeSpan.Zero), cohort!.Weeks[0].OpensAt);
        Assert.Contains("Autumn 2027", (await omar.GetAsync("/organise")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_SentTwice_MakesOneCohort()
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();
        var form = await omar.GetAsync("/organise/new");

        await omar.PressAsync(form, Create, Autumn);
        var again = await omar.PressAsync(form, Create, Autumn);

        Assert.Equal("/c/autumn-2027/manage", again.Path);
        Assert.Equal(["autumn-2027"], (await pilot.Grains.Catalog().Cohorts()).Select(entry => entry.Cohort));
    }

    [Fact]
    public async Task Create_WhenItWasMadeButNotListed_ListsIt()
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();
        await pilot.Grains.Cohort("autumn-2027").Create(new("building-partnerships", "Autumn 2027", new(2027, 9, 6), new(9, 0), "Europe/Berlin", 40));

        await omar.PressAsync(await omar.GetAsync("/organise/new"), Create, Autumn);

        Assert.Equal(["autumn-2027"], (await pilot.Grains.Catalog().Cohorts()).Select(entry => entry.Cohort));
    }

    [Fact]
    public async Task Create_WhenTheAddressIsTaken_AsksForAnother()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("autumn-2027");
        var omar = await pilot.OrganiserAsync();

        var refused = await omar.PressAsync(await omar.GetAsync("/organise/new"), Create, Autumn);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("another address", refused.Problems, StringComparison.Ordinal);
        Assert.Equal("autumn-2027", refused.Value("address"));
        Assert.Equal("Autumn 2027", refused.Value("name"));
        var made = await omar.PressAsync(refused, Create, ("address", "Autumn Two"));
        Assert.Equal("/c/autumn-two/manage", made.Path);
    }

    [Theory]
    [InlineData("firstDay", "2027-01-31", 409, "is over")]
    [InlineData("firstDay", "", 422, "first day")]
    [InlineData("firstDay", "soon", 422, "first day")]
    [InlineData("releaseTime", "25:00", 422, "time")]
    [InlineData("zone", "Mars/Base", 409, "Mars/Base")]
    [InlineData("zone", " ", 422, "time zone")]
    [InlineData("seats", "0", 409, "1 to")]
    [InlineData("seats", "-3", 409, "1 to")]
    [InlineData("seats", "many", 422, "digits")]
    [InlineData("name", "", 422, "name")]
    [InlineData("course", "", 422, "course")]
    [InlineData("address", "x", 409, "address")]
    public async Task Create_WithBadInput_SaysWhatToChange_KeepsTheRestAndMakesNothing(string field, string typed, int status, string says)
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();
        var form = await omar.GetAsync("/organise/new");

        foreach (var button in new[] { Preview, Create })
        {
            var refused = await omar.PressAsync(form, button, [.. Autumn.Where(given => given.Name != field), (field, typed)]);

            Assert.Equal(status, (int)refused.Status);
            Assert.Contains(says, refused.Problems, StringComparison.Ordinal);
            Assert.Equal(refused.Document.GetElementById($"{field}-error")!.TextContent, refused.Problems);
            Assert.Equal("true", refused.Document.GetElementById(field)!.GetAttribute("aria-invalid"));
            Assert.All(Autumn.Where(given => given.Name != field), given => Assert.Equal(given.Value, refused.Value(given.Name)));
        }

        Assert.Empty(await pilot.Grains.Catalog().Cohorts());
    }

    [Fact]
    public async Task Preview_ShowsTheDatesThatCreatingGives_AndMakesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();

        var preview = await omar.PressAsync(await omar.GetAsync("/organise/new"), Preview, Autumn);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("autumn-2027", preview.Value("address"));
        Assert.Null(await pilot.Grains.Cohort("autumn-2027").Get());
        var shown = Moments(preview, "aside li");
        Assert.Equal(8, shown.Count);
        Assert.Equal("Monday 6 September, 10:00", shown[0]);
        await omar.PressAsync(preview, Create);
        Assert.Equal(shown, Moments(await omar.GetAsync("/c/autumn-2027/manage/schedule"), "table.calendar td"));
    }

    [Theory]
    [InlineData("2027-03-07", "02:30", "opens at 03:00")]
    [InlineData("2027-10-31", "01:30", "01:30 comes twice")]
    public async Task Preview_WhenTheClocksChangeOverARelease_ShowsTheRule_AndSoDoesTheCohort(string firstDay, string time, string says)
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();

        var preview = await omar.PressAsync(
            await omar.GetAsync("/organise/new"), Preview, [.. Autumn[..2], ("firstDay", firstDay), ("releaseTime", time), ("zone", "America/New_York"), ("seats", "40")]);

        Assert.Contains(says, preview.Text, StringComparison.Ordinal);
        Assert.Contains(says, (await omar.PressAsync(preview, Create)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ForWhoOrganisesNothing_DoesNotExist()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var ines = await pilot.JoinAsync("ines", "spring", CohortCourses.Contracts.Cohorts.CohortRole.Instructor);

        Assert.Equal(HttpStatusCode.NotFound, (await ines.GetAsync("/organise")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.GetAsync("/organise/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.PostAsync("/organise/new?handler=create", Autumn)).Status);
    }

    private static List<string> Moments(PageView page, string within) =>
        [.. page.Document.QuerySelectorAll($"{within} > strong").Select(moment => moment.TextContent)];
}
