using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Tests.Web.Pilot;
using PageView = CohortCourses.Tests.Web.Pilot.PageView;

namespace CohortCourses.Tests.Web.Evaluation;

/// <summary>Evaluators write findings, organisers hand them on, and whoever runs the next phase meets them, all with pages and forms alone.</summary>
public sealed class FindingPagesTests : IAsyncLifetime
{
    private const string Findings = "/c/spring/evaluate/findings";
    private const string Edit = "form[action*='handler=edit']";
    private const string Accept = "button[value='accepted']";

    private TestPilot pilot = null!;
    private Visitor eva = null!;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        eva = await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator);
    }

    public ValueTask DisposeAsync() => pilot.DisposeAsync();

    [Fact]
    public async Task AFinding_IsWritten_Decided_AndListedByWhereItStands()
    {
        Assert.Contains("Nothing has been written yet", (await eva.GetAsync(Findings)).Text, StringComparison.Ordinal);

        var page = await WriteAsync("Week 3 is too long for phones.", "Split part 2.", "week:3");

        Assert.Equal("To decide", page.Document.QuerySelector(".tag.warm")!.TextContent);
        page = await eva.PressAsync(page, Accept, ("verdict", "accepted"), ("reason", "A third said so."));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("A third said so.", page.Document.QuerySelector("#decision")!.TextContent, StringComparison.Ordinal);
        var list = await eva.GetAsync($"{Findings}?only=accepted");
        Assert.Equal("Week 3 is too long for phones.", list.Document.QuerySelector(".findings h2")!.TextContent.Trim());
        Assert.Contains("Week 3:", list.Text, StringComparison.Ordinal);
        Assert.Empty((await eva.GetAsync($"{Findings}?only=open")).Document.QuerySelectorAll(".findings li"));
    }

    [Fact]
    public async Task AFinding_ThatSomebodyElseChanged_ShowsBoth_AndLosesNothing()
    {
        var nils = await pilot.JoinAsync("nils", "spring", CohortRole.Evaluator);
        var mine = await WriteAsync("First words.", "", "");
        await nils.SubmitAsync(await nils.GetAsync(mine.Path), Edit, ("statement", "Words of Nils."));

        var page = await eva.SubmitAsync(mine, Edit, ("statement", "Words of Eva."), ("recommendation", "And this."));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(("Words of Eva.", "And this."), (page.Value("statement"), page.Value("recommendation")));
        Assert.Contains("Words of Nils.", page.Document.QuerySelector("[aria-labelledby='theirs']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing of yours is lost", page.Problems, StringComparison.Ordinal);
        page = await eva.SubmitAsync(page, Edit);
        Assert.Equal((HttpStatusCode.OK, "Words of Eva."), (page.Status, page.Value("statement")));
    }

    [Fact]
    public async Task ADecision_WithoutAReason_OrWithNothingToDo_SaysWhatIsMissing_AndKeepsWhatWasTyped()
    {
        var page = await WriteAsync("People liked the call.", "", "");

        var missing = await eva.PressAsync(page, Accept, ("verdict", "accepted"), ("reason", "It was loved."));
        Assert.Equal(HttpStatusCode.Conflict, missing.Status);
        Assert.Equal("It was loved.", missing.Value("reason"));
        Assert.Contains("a recommendation and a place", missing.Problems, StringComparison.Ordinal);

        var empty = await eva.PressAsync(page, "button[value='declined']", ("verdict", "declined"), ("reason", " "));
        Assert.Contains("Say why", empty.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNextPhase_IsMadeWithThePlan_WhichMeetsWhoLooksAfterThatWeek_AndParticipantsReadWhatChanged()
    {
        var page = await WriteAsync("Week 3 is too long for phones.", "Split part 2 in two.", "week:3");
        page = await eva.PressAsync(page, Accept, ("verdict", "accepted"), ("reason", "A third said so."));
        await eva.SubmitAsync(page, "form[action*='handler=tell']", ("said", "Week 3 is long."), ("changed", "It has two short parts now."), ("said", ""), ("changed", ""), ("said", ""), ("changed", ""));
        var omar = await pilot.OrganiserAsync();

        var making = await omar.GetAsync("/organise/new?from=spring");
        Assert.Contains("Split part 2 in two.", making.Text, StringComparison.Ordinal);
        var plan = await omar.PressAsync(making, "button[formaction*='handler=create']", ("name", "Autumn"), ("address", "autumn"), ("firstDay", "2027-03-01"));

        Assert.Equal("/c/autumn/evaluate/plan", plan.Path);
        Assert.Contains("0 of 1 acted on", plan.Text, StringComparison.Ordinal);
        Assert.Contains("A third said so.", plan.Text, StringComparison.Ordinal);
        var ines = await pilot.JoinAsync("ines", "autumn", CohortRole.Instructor);
        var amina = await pilot.JoinAsync("amina", "autumn");
        foreach (var path in new[] { "/c/autumn/week/3", "/c/autumn/manage/schedule", "/c/autumn/manage", "/c/autumn/manage/recommendations", "/c/autumn/evaluate/plan" })
        {
            Assert.Contains("Split part 2 in two.", (await ines.GetAsync(path)).Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Split part 2", (await ines.GetAsync("/c/autumn/week/2")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Split part 2", (await amina.GetAsync("/c/autumn/week/3")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You said", (await amina.GetAsync("/c/autumn")).Text, StringComparison.Ordinal);

        plan = await ines.SubmitAsync(await ines.GetAsync("/c/autumn/evaluate/plan"), "form[action*='handler=tick']", ("note", "Two parts of ten minutes."));
        Assert.Contains("1 of 1 acted on", plan.Text, StringComparison.Ordinal);
        pilot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("1 thing that people said", (await amina.GetAsync("/c/autumn")).Text, StringComparison.Ordinal);
        Assert.Contains("It has two short parts now.", (await amina.GetAsync("/c/autumn/changed")).Text, StringComparison.Ordinal);
        Assert.Contains("for those who come after you", (await eva.GetAsync("/c/spring/changed")).Text, StringComparison.Ordinal);
        Assert.Equal("Acted on", (await eva.GetAsync(page.Path)).Document.QuerySelector(".tag.good")!.TextContent);
    }

    [Fact]
    public async Task TheNextPhase_OfACohortThatDoesNotExist_IsAPlainNewCohort_AndFromItselfIsRefused()
    {
        var omar = await pilot.OrganiserAsync();
        Assert.Null((await omar.GetAsync("/organise/new?from=nowhere")).Document.QuerySelector("[name='from']"));

        var making = await omar.GetAsync("/organise/new?from=spring");
        var refused = await omar.PressAsync(making, "button[formaction*='handler=create']", ("name", "Spring"), ("address", "spring"), ("firstDay", "2027-03-01"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("can’t follow itself", refused.Problems, StringComparison.Ordinal);
        Assert.Null(await pilot.Grains.Phase("spring").Get());
    }

    [Fact]
    public async Task ARecommendation_AboutAForm_StandsWhereFormsAreOpened_ForThoseWhoOpenThem()
    {
        await pilot.CohortAsync("autumn");
        var id = Guid.CreateVersion7().ToString();
        Assert.True((await pilot.Grains.Findings("spring").Write(id, "eva", new("It comes late.", "Open it in week 3.", new(AimKind.Form, Form: "mid-course")))).Accepted);
        Assert.True((await pilot.Grains.Finding("spring", id).Decide(Verdict.Accepted, "omar", "Yes.", seen: 1)).Accepted);
        Assert.True((await pilot.Grains.Phase("autumn").Begin("spring", "omar", [])).Accepted);

        var ines = await pilot.JoinAsync("ines", "autumn", CohortRole.Instructor);
        var amina = await pilot.JoinAsync("amina", "autumn");

        Assert.Contains("Open it in week 3.", (await ines.GetAsync("/c/autumn/forms")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Open it in week 3.", (await amina.GetAsync("/c/autumn/forms")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Open it in week 3.", (await ines.GetAsync("/c/autumn/manage/schedule")).Text, StringComparison.Ordinal);
    }

    private async Task<PageView> WriteAsync(string statement, string recommendation, string aim) =>
        await eva.SubmitAsync($"{Findings}/new", "main form", ("statement", statement), ("recommendation", recommendation), ("aim", aim));
}
