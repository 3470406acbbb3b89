using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation.Exports;

/// <summary>
/// A cohort with something to export: fourteen participants who agreed to research and two who did not, a confidential form that all answered,
/// an anonymous one that is closed, a finding, and a passage that Eva coded.
/// </summary>
internal sealed class Study(TestPilot pilot, Visitor eva) : IAsyncDisposable
{
    public const string Formula = "=HYPERLINK(\"http://evil.example\")";
    public const string Secret = "Nobody may read what Nora wrote";

    public TestPilot Pilot => pilot;

    public Visitor Eva => eva;

    public static IEnumerable<string> Agreeing => Enumerable.Range(0, 14).Select(at => string.Create(CultureInfo.InvariantCulture, $"yes-{at}"));

    public static async Task<Study> StartAsync()
    {
        var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: new(2027, 2, 1));
        foreach (var id in Agreeing.Append("nora").Append("noah"))
        {
            var learner = pilot.Grains.Learner(id);
            (await learner.Register(new(id == "yes-3" ? "ar" : "fr", "Africa/Dakar"))).Ok();
            (await learner.Join(new("spring", $"Handle of {id}", CohortRole.Participant, null, null, Research: id.StartsWith("yes", StringComparison.Ordinal)))).Ok();
        }

        var study = new Study(pilot, await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator));
        pilot.Clock.Advance(TimeSpan.FromDays(1));
        (await pilot.Grains.Learner("yes-1").Complete("spring", 1)).Ok();
        await study.AnswerAsync();
        await study.EvaluateAsync();
        return study;
    }

    public Task<byte[]> BytesAsync(string file, string label = "report") =>
        eva.Http.GetByteArrayAsync(new Uri($"/api/v1/cohorts/spring/exports/{file}?for={label}", UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<List<JsonElement>> RowsAsync(string table, string label = "report")
    {
        using var json = JsonDocument.Parse(await BytesAsync($"{table}.json", label));
        return [.. json.RootElement.Clone().EnumerateArray()];
    }

    public async Task<Dictionary<string, string>> FilesAsync(string archive, string label = "report")
    {
        await using var zip = new ZipArchive(new MemoryStream(await BytesAsync(archive, label)));
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            files[entry.FullName] = await reader.ReadToEndAsync();
        }

        return files;
    }

    /// <summary>The study key of a participant under a label.</summary>
    public async Task<string> KeyOf(string learner, string label = "report") => (await pilot.Grains.Exports("spring").Keys(label, [learner]))[0];

    public ValueTask DisposeAsync() => pilot.DisposeAsync();

    private async Task AnswerAsync()
    {
        var pulse = await OpenAsync("weekly-pulse", FormLevel.Confidential);
        var exit = await OpenAsync("exit", FormLevel.Anonymous);
        foreach (var learner in Agreeing.Append("nora").Append("noah"))
        {
            var text = learner switch { "yes-0" => Formula, "yes-3" => "الوقت قصير 👩‍🔬 جدًا", "nora" => Secret, _ => $"Text of {learner}" };
            (await Answer(pulse, learner, new() { ["pace"] = ["right"], ["topics"] = ["tools", "people"], ["load"] = ["4"], ["why"] = [text] })).Outcome.Ok();
            (await Answer(exit, learner, new() { ["pace"] = ["fast"], ["why"] = ["Anonymous words"] })).Outcome.Ok();
        }

        (await pilot.Grains.Forms("spring").Close(exit)).Ok();
    }

    private async Task EvaluateAsync()
    {
        (await pilot.Grains.Codebook("spring").Add("c-time", eva.Learner, new("Time", "Too little of it"))).Ok();
        var text = (await pilot.Grains.Exports("spring").Keys(IExportsGrain.CodingLabel, ["yes-3", "nora"]));
        var coding = new CodingKey("weekly-pulse-w1", "why", eva.Learner);
        // The first is refused where its author is among those who are left out with Nora and Noah; nobody reads what Nora wrote.
        await pilot.Grains.CodingDesk("spring").Code(coding, new("s1", text[0], "c-time", 11, 14));
        Assert.Equal("coding.unknown-text", (await pilot.Grains.CodingDesk("spring").Code(coding, new("s2", text[1], "c-time", 0, 6))).Code);
        (await pilot.Grains.Findings("spring").Write("f1", eva.Learner, new("The pace is right", "Keep it", new(AimKind.Week, Week: 1)))).Ok();
    }

    private async Task<string> OpenAsync(string form, FormLevel level)
    {
        var definition = new FormDefinition(form, form == "exit" ? FormKind.Exit : FormKind.Pulse, level, "en", In("About the week", "Sur la semaine"), null, 2,
        [
            new("pace", QuestionKind.One, In("How was the pace?", "Le rythme ?"), "0123456789ab") { Choices = [new("slow", In("Slow", "Lent")), new("right", In("Right", "Bien")), new("fast", In("Fast", "Rapide"))] },
            new("topics", QuestionKind.Several, In("Which topics?", "Quels sujets ?"), "1123456789ab") { Choices = [new("tools", In("Tools", "Outils")), new("people", In("People", "Personnes"))] },
            new("load", QuestionKind.Scale, In("How much work?", "Combien de travail ?"), "2123456789ab") { Levels = [.. Enumerable.Range(1, 5).Select(level => In($"Level {level}", $"Niveau {level}"))] },
            new("why", QuestionKind.Long, In("Why?", "Pourquoi ?"), "3123456789ab"),
        ]);
        var reply = await pilot.Grains.Forms("spring").Open(new(Guid.CreateVersion7().ToString(), definition, 1, pilot.Clock.Now.AddDays(7), eva.Learner));
        reply.Outcome.Ok();
        return reply.Form!;
    }

    private Task<AnswerReply> Answer(string form, string learner, Dictionary<string, ImmutableArray<string>> answers) =>
        pilot.Grains.Form("spring", form).Answer(new(learner, Guid.NewGuid().ToString(), learner == "yes-3" ? "ar" : "fr", answers.ToImmutableSortedDictionary()));

    private static ImmutableSortedDictionary<string, string> In(string english, string french) => ImmutableSortedDictionary<string, string>.Empty.Add("en", english).Add("fr", french);
}

internal static class StudyOutcomes
{
    public static void Ok(this Outcome outcome) => Assert.True(outcome.Accepted, outcome.Code);
}
