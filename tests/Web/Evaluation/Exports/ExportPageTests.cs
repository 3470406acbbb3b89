using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Hosting;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Tests.Web.Startup;

namespace CohortCourses.Tests.Web.Evaluation.Exports;

public sealed class ExportPageTests
{
    private const string Page = "/c/spring/evaluate/exports";

    [Fact]
    public async Task Page_OffersEveryFileUnderTheLabel_AndShowsWhoTookWhat()
    {
        await using var study = await Study.StartAsync();
        await study.BytesAsync("package.zip");

        var page = await study.Eva.GetAsync($"{Page}?for=report-2");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var link in page.Document.QuerySelectorAll("a[download]"))
        {
            Assert.EndsWith("?for=report-2", link.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await study.Eva.GetAsync(link.GetAttribute("href")!)).Status);
        }

        Assert.Equal(5 + 18, page.Document.QuerySelectorAll("a[download]").Length);
        Assert.Contains("package.zip", page.Document.QuerySelector("section[aria-labelledby=log]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action='?handler=keys']"));
        Assert.DoesNotContain("sessions of", page.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_AreTheOrganisersAlone_AnActOfItsOwn_AndInTheLog()
    {
        await using var study = await Study.StartAsync();
        var omar = await study.Pilot.OrganiserAsync();

        var keys = await omar.SubmitAsync($"{Page}?for=report", "form[action='?handler=keys']");

        Assert.Equal("text/csv", keys.ContentHeaders.ContentType?.MediaType);
        var someone = Study.Agreeing.First(learner => keys.Html.Contains($",{learner}\r\n", StringComparison.Ordinal));
        Assert.Contains($"{await study.KeyOf(someone)},Handle of {someone},{someone}\r\n", keys.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("nora", keys.Html, StringComparison.Ordinal);
        Assert.Equal(("keys.csv", "report", omar.Learner), (await study.Pilot.Grains.Exports("spring").Log(1)).Select(entry => (entry.What, entry.Label, entry.By)).Single());
        Assert.Equal(HttpStatusCode.Forbidden, (await study.Eva.PostAsync($"{Page}?handler=keys", ("label", "report"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await study.Eva.GetAsync("/api/v1/cohorts/spring/exports/keys.csv")).Status);
    }

    [Theory]
    [InlineData("fr", "Emporter des données pour la recherche")]
    [InlineData("ar", "إخراج البيانات للبحث")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string title)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var eva = await pilot.JoinAsync("eva", "spring", Contracts.Cohorts.CohortRole.Evaluator, preferences: new(language, "Africa/Nairobi"));

        Assert.Contains(title, (await eva.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WritesTheSameFiles_OfACopyOfTheData()
    {
        await using var study = await Study.StartAsync();
        var served = await study.BytesAsync("responses.csv");
        using var folder = new TemporaryFolder();
        var (backup, data) = (Path.Combine(folder.FullPath, "backup"), Path.Combine(folder.FullPath, "data"));
        Assert.True(DataCommands.Backup(study.Pilot.Data, backup, TimeProvider.System).Succeeded);
        Assert.True(DataCommands.Restore(backup, data, TimeProvider.System).Succeeded);

        var (code, output, errors) = await ProgramProcess.RunAsync(folder.FullPath, "export", "spring", "--to", "out", "--format", "csv", "package", "--for", "report");

        Assert.True(code == 0, errors);
        Assert.Contains("10 files", output, StringComparison.Ordinal);
        Assert.Equal(served, await File.ReadAllBytesAsync(Path.Combine(folder.FullPath, "out", "spring-report-responses.csv"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(folder.FullPath, "out", "spring-report-package.zip")));
        Assert.Equal(10, Directory.GetFiles(Path.Combine(folder.FullPath, "out")).Length);

        (code, _, errors) = await ProgramProcess.RunAsync(folder.FullPath, "export", "spring", "--to", "out/spring-report-package.zip");
        Assert.Equal(1, code);
        Assert.Contains("out/spring-report-package.zip is no folder that can be written to.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WhileTheServerHasTheData_SaysHowToWorkOnACopy()
    {
        await using var study = await Study.StartAsync();
        using var folder = new TemporaryFolder();

        var (code, _, errors) = await ProgramProcess.RunAsync(folder.FullPath, "export", "spring", "--to", "out", "--data", study.Pilot.Data);

        Assert.Equal(1, code);
        Assert.Contains($"A server works on {study.Pilot.Data}. Its pages and its API offer the same", errors, StringComparison.Ordinal);
        Assert.Contains($"backup COPY --data {study.Pilot.Data}, restore COPY --data OTHER", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
