using System.Net;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Web.Api;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Moderation;

/// <summary>A case exists for whoever may handle it. Whom it is about finds no trace of it, through any door.</summary>
public sealed class CaseDoorsTests
{
    private const string Secret = "quokka";

    [Fact]
    public async Task Case_ForEveryRole_ExistsForWhoRunsTheCohort_AndForNobodyElse()
    {
        await using var bench = await Bench.StartAsync();
        await bench.ReportAsync();
        var id = (await bench.Moderation.ReportsOf(bench.Amina.Learner))[0].Id;
        await bench.Pilot.CohortAsync("autumn");
        var stranger = await bench.Pilot.JoinAsync("stranger", "autumn");

        foreach (var (who, may) in new[] { (bench.Ines, true), (bench.Ravi, true), (bench.Omar, true), (bench.Maya, false), (bench.Amina, false), (bench.Lin, false), (stranger, false) })
        {
            Assert.Equal((who.Account!.SignInName, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (who.Account!.SignInName, (await who.GetAsync($"/c/spring/moderate/cases/{id}")).Status));
            using var api = await ApiClient.OfAsync(bench.Pilot, who);
            var acted = await api.PostAsync($"cohorts/spring/moderation/cases/{id}/acts", new { id = Guid.NewGuid(), kind = "dismiss", version = 99 });
            Assert.Equal(may ? "case.changed-meanwhile" : "resource.unknown", acted.Code(may ? 409 : 404));
        }

        Assert.Contains("/sign-in", (await bench.Pilot.Visit().GetAsync($"/c/spring/moderate/cases/{id}")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ines", "Instructors")]
    [InlineData("Ines", "SafetyContact")]
    [InlineData("Omar", "Instructors")]
    public async Task Subject_OfACase_FindsNoTraceOfIt(string subject, string channel)
    {
        await using var bench = await Bench.StartAsync();
        var reader = subject == "Ines" ? bench.Ines : bench.Omar;
        if (subject == "Omar")
        {
            Assert.True((await bench.Pilot.Grains.Learner(bench.Omar.Learner).Join(new("spring", "Omar", Contracts.Cohorts.CohortRole.Instructor, null))).Accepted);
        }

        var reported = await bench.ReportPersonAsync(bench.Amina, subject, channel);
        Assert.Equal(HttpStatusCode.OK, reported.Status);
        var report = Assert.Single(await bench.Moderation.ReportsOf(bench.Amina.Learner));
        var other = (subject, channel) == ("Ines", "SafetyContact") ? bench.Omar : bench.Ravi;

        await NothingIsSeen(bench, reader, report.Id);
        Assert.Contains(Secret, (await other.GetAsync($"/c/spring/moderate/cases/{report.Id}")).Text, StringComparison.Ordinal);
        await other.PressAsync(await other.GetAsync($"/c/spring/moderate/cases/{report.Id}"), "button[value=Talk]", ("kind", "Talk"), ("words", $"We spoke: {Secret}."));
        await NothingIsSeen(bench, reader, report.Id);
    }

    private static async Task NothingIsSeen(Bench bench, Visitor reader, string id)
    {
        var pages = new[] { "/c/spring", "/c/spring/moderate", "/c/spring/moderate/log", "/c/spring/moderate/log/export", "/c/spring/reports", "/c/spring/appeals", "/c/spring/discussion", "/me/export" };
        foreach (var path in pages)
        {
            var page = await reader.GetAsync(path);
            Assert.DoesNotContain(Secret, page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(id, page.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("1 report", (await reader.GetAsync("/c/spring/moderate")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/c/spring/moderate/cases/{id}")).Status);
        using var api = await ApiClient.OfAsync(bench.Pilot, reader);
        Assert.Equal("""{"items":[],"next":null}""", (await api.GetAsync("cohorts/spring/moderation/cases")).Body);
        Assert.Equal("""{"items":[],"next":null}""", (await api.GetAsync("cohorts/spring/moderation/log")).Body);
        var feed = bench.Pilot.Grains.Feed("spring");
        var start = (await feed.Since(new("", 0))).Now with { Number = 0 };
        Assert.DoesNotContain((await feed.Since(start)).Events, happened => JsonSerializer.Serialize(happened).Contains(id, StringComparison.Ordinal));
    }
}
