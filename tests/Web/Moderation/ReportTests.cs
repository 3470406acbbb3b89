using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Moderation;

namespace CohortCourses.Tests.Web.Moderation;

/// <summary>Reporting, signed in and not, and being told what became of it.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task Report_OfAPost_BecomesAHiddenPost_AnAppeal_AndAReversal()
    {
        await using var bench = await Bench.StartAsync();
        var sent = await bench.ReportAsync();
        Assert.Equal((HttpStatusCode.OK, "/c/spring/reports"), (sent.Status, sent.Path));
        Assert.Contains("Somebody will look at it", sent.Text, StringComparison.Ordinal);

        var desk = await bench.Ines.GetAsync("/c/spring/moderate");
        var found = await bench.Ines.GetAsync(desk.Document.QuerySelector("a[href*='/moderate/cases/']")!.GetAttribute("href")!);
        Assert.Contains("Please look at this.", found.Text, StringComparison.Ordinal);
        var hidden = await bench.Ines.PressAsync(found, "button[value=Hide]", ("words", "No insults, please."), ("kind", "Hide"));
        Assert.Equal(HttpStatusCode.OK, hidden.Status);

        Assert.DoesNotContain("never", (await bench.Amina.GetAsync($"/c/spring/discussion/{bench.Thread}")).Text, StringComparison.Ordinal);
        Assert.Contains("The post was hidden.", (await bench.Amina.GetAsync("/c/spring/reports")).Text, StringComparison.Ordinal);
        var own = await bench.Lin.GetAsync($"/c/spring/discussion/{bench.Thread}");
        Assert.Contains("Hostile or hurtful tone: No insults, please.", own.Text, StringComparison.Ordinal);
        var appealed = await bench.Lin.SubmitAsync("/c/spring/appeals", "main form", ("words", "I was quoting somebody."));
        Assert.Contains("waits for another look", appealed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", appealed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Please look at this.", appealed.Html, StringComparison.Ordinal);

        var refused = await bench.Ines.PressAsync(await bench.Ines.GetAsync(found.Path), "button[value=Reverse]", ("kind", "Reverse"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await bench.Ravi.PressAsync(await bench.Ravi.GetAsync(found.Path), "button[value=Reverse]", ("words", "You were."), ("kind", "Reverse"));
        Assert.Contains("You were right", (await bench.Lin.GetAsync("/c/spring/appeals")).Text, StringComparison.Ordinal);
        Assert.Contains("never", (await bench.Amina.GetAsync($"/c/spring/discussion/{bench.Thread}")).Text, StringComparison.Ordinal);
        Assert.Contains("shown again after an appeal", (await bench.Amina.GetAsync("/c/spring/reports")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_ThatSomebodyElseDealtWithMeanwhile_TellsTheSecond()
    {
        await using var bench = await Bench.StartAsync();
        await bench.ReportAsync();
        var address = (await bench.Ines.GetAsync("/c/spring/moderate")).Document.QuerySelector("a[href*='/moderate/cases/']")!.GetAttribute("href")!;
        var (first, second) = (await bench.Ines.GetAsync(address), await bench.Ravi.GetAsync(address));

        await bench.Ines.PressAsync(first, "button[value=Hide]", ("kind", "Hide"));
        var late = await bench.Ravi.PressAsync(second, "button[value=Dismiss]", ("kind", "Dismiss"), ("words", "I think it is fine."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Somebody else dealt with this case", late.Problems, StringComparison.Ordinal);
        Assert.Equal("I think it is fine.", late.Value("words"));
    }

    [Fact]
    public async Task Undo_OfWhatWasDone_IsOneClickOnTheDesk()
    {
        await using var bench = await Bench.StartAsync();
        await bench.ReportAsync();
        var found = Assert.Single(await bench.Moderation.Waiting(new(bench.Ines.Learner, Contracts.Cohorts.CohortRole.Instructor, false)));
        await bench.Ines.PressAsync(await bench.Ines.GetAsync($"/c/spring/moderate/cases/{found.Id}"), "button[value=Hide]", ("kind", "Hide"));

        var undone = await bench.Ines.SubmitAsync("/c/spring/moderate", "form[action$='handler=undo']");

        Assert.Equal(HttpStatusCode.OK, undone.Status);
        Assert.Contains("never", (await bench.Amina.GetAsync($"/c/spring/discussion/{bench.Thread}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithSomethingMissing_KeepsWhatWasTyped()
    {
        await using var bench = await Bench.StartAsync();

        var missing = await bench.Amina.SubmitAsync("/c/spring/report", "main form", ("person", "Nobody"), ("words", "It was bad."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("Nobody in this cohort goes by that name", missing.Problems, StringComparison.Ordinal);
        Assert.Contains("Choose what is wrong", missing.Problems, StringComparison.Ordinal);
        Assert.Equal("It was bad.", missing.Value("words"));
    }

    [Fact]
    public async Task Report_FromOutside_IsAnsweredByTheOrganiser_AndFollowedByItsCode()
    {
        await using var bench = await Bench.StartAsync();
        var somebody = bench.Pilot.Visit();
        var sent = await somebody.SubmitAsync("/report", "main form[method=post]", ("reason", "Danger"), ("words", "They wait for me after the calls."), ("where", "the spring cohort"));
        var code = sent.Document.QuerySelector(".code")!.TextContent.Trim();
        Assert.Equal((HttpStatusCode.OK, $"/report/{code}"), (sent.Status, sent.Path));

        await bench.Omar.PressAsync(await bench.Omar.GetAsync("/organise/reports"), "button[value=Talk]", ("kind", "Talk"), ("words", "Please write to me."));

        var typed = await bench.Pilot.Visit().SubmitAsync("/report", "form[method=get]", ("follow", code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.Contains("Please write to me.", typed.Text, StringComparison.Ordinal);
    }

    /// <summary>The code is nowhere in the data folder: only its hash is.</summary>
    [Fact]
    public async Task Code_OfAReportFromOutside_IsKeptAsAHashOnly()
    {
        await using var bench = await Bench.StartAsync();
        var sent = await bench.Pilot.Visit().SubmitAsync("/report", "main form[method=post]", ("reason", "Other"), ("words", "Quokka."));
        var code = sent.Document.QuerySelector(".code")!.TextContent.Trim();

        Assert.NotNull(await bench.Pilot.Grains.Moderation(IModerationGrain.Site).Follow(ReportCode.IdOf(code)));
        foreach (var file in Directory.EnumerateFiles(bench.Pilot.Data, "pilot.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(code, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Report_FromOutside_TooOften_HasToWait_AndGuessingCodesToo()
    {
        await using var bench = await Bench.StartAsync();
        var somebody = bench.Pilot.Visit();
        for (var n = 0; n < ReportThrottles.MostFromOutside; n++)
        {
            Assert.Equal(HttpStatusCode.OK, (await somebody.SubmitAsync("/report", "main form[method=post]", ("reason", "Danger"), ("words", $"Number {n}"))).Status);
        }

        var late = await somebody.SubmitAsync("/report", "main form[method=post]", ("reason", "Danger"), ("words", "One more"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "One more"), (late.Status, late.Value("words")));

        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 32; n++)
        {
            statuses.Add((await somebody.GetAsync($"/report/{ReportCode.Make()}")).Status);
        }

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests), (statuses[0], statuses[^1]));
    }

    [Fact]
    public async Task SafetyContact_WhoTakesPart_HandlesWhatIsInConfidence_AndNobodyElseSeesIt()
    {
        await using var bench = await Bench.StartAsync();
        var kenji = await bench.Pilot.JoinAsync("kenji", Bench.Cohort);
        var named = await bench.Omar.SubmitAsync("/c/spring/manage/safety", "form[action*='contact']", ("person", "Kenji"));
        Assert.Contains("Kenji reads what is reported in confidence.", named.Text, StringComparison.Ordinal);
        await bench.ReportAsync("SafetyContact", "Only for Kenji: quokka.");

        Assert.DoesNotContain("/moderate/cases/", (await bench.Ines.GetAsync("/c/spring/moderate")).Html, StringComparison.Ordinal);
        var list = await kenji.GetAsync("/c/spring/reports");
        var found = await kenji.GetAsync(list.Document.QuerySelector("a[href*='/moderate/cases/']")!.GetAttribute("href")!);
        Assert.Contains("quokka", found.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bench.Ines.GetAsync(found.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bench.Omar.GetAsync(found.Path)).Status);

        var hidden = await kenji.PressAsync(found, "button[value=Hide]", ("kind", "Hide"));
        Assert.Equal((HttpStatusCode.OK, ""), (hidden.Status, hidden.Problems));
        Assert.DoesNotContain("hid a post", (await bench.Ines.GetAsync("/c/spring/moderate/log")).Text, StringComparison.Ordinal);
        Assert.Contains("The post was hidden.", (await bench.Amina.GetAsync("/c/spring/reports")).Text, StringComparison.Ordinal);
    }
}
