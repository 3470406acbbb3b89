using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation.Exports;

/// <summary>Each file that leaves: the same again, whole when there is nobody, logged, refused with a bad label.</summary>
public sealed class ExportFilesTests
{
    private static readonly string[] TableNames = ["completion", "progress", "participation", "forms", "questions", "responses", "codes", "coded-segments", "findings"];

    private static readonly string[] Files =
        ["package.zip", "workbook.xlsx", "project.qdpx", "texts.zip", "statements.json", .. TableNames.Select(table => $"{table}.csv"), .. TableNames.Select(table => $"{table}.json")];

    [Fact]
    public async Task EveryFile_MadeAgain_HasTheSameBytes_AndIsLogged()
    {
        await using var study = await Study.StartAsync();
        var once = await AllAsync(study);
        await study.Pilot.RestartAsync();
        var again = await AllAsync(new(study.Pilot, await study.Pilot.SignInAsync(study.Eva.Account!)));

        Assert.Equal(once, again);
        var log = await study.Pilot.Grains.Exports("spring").Log(1);
        Assert.Equal([.. Files, .. Files], log.Select(entry => entry.What));
        Assert.All(log, entry => Assert.Equal(("report", study.Eva.Learner), (entry.Label, entry.By)));
    }

    private static async Task<List<(string File, string Hash)>> AllAsync(Study study)
    {
        var all = new List<(string, string)>();
        foreach (var file in Files)
        {
            all.Add((file, Convert.ToHexString(SHA256.HashData(await study.BytesAsync(file)))));
        }

        return all;
    }

    [Fact]
    public async Task EveryFile_OfACohortWithNobody_IsWhole()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var eva = await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator);

        foreach (var file in Files)
        {
            AssertIsWhole(file, await eva.Http.GetByteArrayAsync(new Uri($"/api/v1/cohorts/spring/exports/{file}", UriKind.Relative), TestContext.Current.CancellationToken));
        }
    }

    private static void AssertIsWhole(string file, byte[] bytes)
    {
        switch (Path.GetExtension(file))
        {
            case ".csv":
                Assert.Equal(2, Encoding.UTF8.GetString(bytes).Split("\r\n").Length);
                Assert.Equal((byte)'\n', bytes[^1]);
                break;
            case ".json":
                using (var json = JsonDocument.Parse(bytes))
                {
                    Assert.Equal(0, json.RootElement.GetArrayLength());
                }

                break;
            default:
                Assert.True(bytes is [(byte)'P', (byte)'K', ..], file);
                break;
        }
    }

    [Fact]
    public async Task Package_DescribesEveryTable_AndSaysWhatIsLeftOut()
    {
        await using var study = await Study.StartAsync();

        var files = await study.FilesAsync("package.zip");

        using var descriptor = JsonDocument.Parse(files["datapackage.json"]);
        Assert.Equal(TableNames, descriptor.RootElement.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("name").GetString()));
        Assert.Equal("spring-report", descriptor.RootElement.GetProperty("name").GetString());
        Assert.Contains("no table of sessions", files["README.md"], StringComparison.Ordinal);
        Assert.Contains("11 participants", files["README.md"], StringComparison.Ordinal);
        Assert.DoesNotContain('{', files["README.md"]);
        foreach (var field in descriptor.RootElement.GetProperty("resources").EnumerateArray().SelectMany(resource => resource.GetProperty("schema").GetProperty("fields").EnumerateArray()))
        {
            Assert.NotEqual(field.GetProperty("title").GetString(), field.GetProperty("description").GetString());
        }
    }

    [Fact]
    public async Task Project_HasASourceForEachQuestionAndLanguage_AndACaseForEachKey()
    {
        await using var study = await Study.StartAsync();

        var files = await study.FilesAsync("project.qdpx");
        var project = System.Xml.Linq.XDocument.Parse(files["project.qde"]);
        System.Xml.Linq.XNamespace q = "urn:QDA-XML:project:1.0";

        Assert.Equal(11, project.Descendants(q + "Case").Count());
        Assert.Contains("weekly-pulse-why (fr)", project.Descendants(q + "TextSource").Select(source => source.Attribute("name")!.Value));
        Assert.Contains("exit-why (und)", project.Descendants(q + "TextSource").Select(source => source.Attribute("name")!.Value));
        Assert.Equal(project.Descendants(q + "TextSource").Count(), files.Keys.Count(name => name.StartsWith("sources/", StringComparison.Ordinal)));
        Assert.DoesNotContain(files.Values, text => text.Contains(Study.Secret, StringComparison.Ordinal));
        Assert.Equal("Time", project.Descendants(q + "Code").Single().Attribute("name")!.Value);
    }

    [Fact]
    public async Task Texts_AreOfThoseWhoAgreed_InAFolderForEachLanguage()
    {
        await using var study = await Study.StartAsync();

        var files = await study.FilesAsync("texts.zip");

        Assert.Contains("texts/fr/weekly-pulse-why.txt", files.Keys);
        Assert.Equal(16, files["texts/und/exit-why.txt"].Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(files.Values, text => text.Contains(Study.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("coding")]
    [InlineData("A label")]
    [InlineData("..%2Fx")]
    public async Task Label_ThatIsNoGood_IsRefused_AndNothingLeaves(string label)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var eva = await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator);

        using var answer = await eva.Http.GetAsync(new Uri($"/api/v1/cohorts/spring/exports/package.zip?for={label}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("export.label", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await pilot.Grains.Exports("spring").LogPages());
    }

    [Fact]
    public async Task Table_ThatIsNot_IsNotFound()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var eva = await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator);

        using var answer = await eva.Http.GetAsync(new Uri("/api/v1/cohorts/spring/exports/names.csv", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
