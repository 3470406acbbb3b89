using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation;

/// <summary>What two people coded, as evidence of a finding: kept as it stood, with a way to how it stands now.</summary>
public sealed class CodedEvidenceTests
{
    private const string Id = "01933333-0000-7000-8000-000000000002";
    private const string Finding = $"/c/spring/evaluate/findings/{Id}";
    private const int Texts = 12;

    [Fact]
    public async Task ThemesAndAgreement_OfACodedQuestion_AreKeptAsEvidence_AndLeadToWhereTheyStandNow()
    {
        await using var pilot = await TestPilot.StartAsync();
        await AnswersAsync(pilot);
        var (eva, nils) = (await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator), await pilot.JoinAsync("nils", "spring", CohortRole.Evaluator));
        Assert.True((await pilot.Grains.Codebook("spring").Add("c-long", eva.Learner, new("Too long", ""))).Accepted);
        await CodeAsync(pilot, eva.Learner, 6);
        await CodeAsync(pilot, nils.Learner, 5);
        Assert.True((await pilot.Grains.Findings("spring").Write(Id, eva.Learner, new("Week 3 is too long.", "", null))).Accepted);

        foreach (var key in new[] { "theme/mid/-/why/c-long", "agreement/mid/-/why/1" })
        {
            Assert.Equal(200, (int)(await eva.SubmitAsync(Finding, "form[action='?handler=figure']", ("key", key))).Status);
        }

        var kept = (await pilot.Grains.Finding("spring", Id).Get())!.Evidence.Select(one => one.Figure!).ToList();
        Assert.Equal(("Wrote about “Too long”: How is it going?", 5.0 / Texts, FigureUnit.Share, Texts), (kept[0].Name, kept[0].Value!.Value, kept[0].Unit, kept[0].N));
        Assert.Equal((FigureUnit.Agreement, 0.83), (kept[1].Unit, Math.Round(kept[1].Value!.Value, 2)));
        Assert.True(kept[1].Low < kept[1].Value && kept[1].Value < kept[1].High);
        var page = await eva.GetAsync(Finding);
        Assert.Contains("now 42%", page.Text, StringComparison.Ordinal);
        var link = page.Document.QuerySelector(".evidence a")!.GetAttribute("href")!;
        Assert.Contains("Too long", (await eva.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    /// <summary>Finds the code in the first texts, and nothing in the others.</summary>
    private static async Task CodeAsync(TestPilot pilot, string coder, int found)
    {
        var key = new CodingKey("mid", "why", coder);
        var desk = pilot.Grains.CodingDesk("spring");
        foreach (var (index, text) in (await desk.Texts("mid", "why")).Index())
        {
            Assert.True((await desk.Code(key, new(Guid.NewGuid().ToString(), text.Key, index < found ? "c-long" : PassageView.Nothing, 0, 3))).Accepted);
        }

        Assert.True((await desk.SayDone(key)).Accepted);
    }

    private static async Task AnswersAsync(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        var form = new FormDefinition("mid", FormKind.Mid, FormLevel.Confidential, "en", In("How is it going?"), null, 1, [new("why", QuestionKind.Long, In("What should we change?"), "0123456789ab") { Most = 500 }]);
        Assert.True((await pilot.Grains.Forms("spring").Open(new(Guid.CreateVersion7().ToString(), form, null, pilot.Clock.Now.AddDays(7), "ines"))).Outcome.Accepted);
        foreach (var number in Enumerable.Range(1, Texts))
        {
            var learner = string.Create(CultureInfo.InvariantCulture, $"learner-{number}");
            Assert.True((await pilot.Grains.Learner(learner).Register(TestPilot.Preferences)).Accepted);
            Assert.True((await pilot.Grains.Learner(learner).Join(new("spring", $"Person {number}", CohortRole.Participant, null, Research: true))).Accepted);
            Assert.True((await pilot.Grains.Form("spring", "mid").Answer(new(learner, Guid.NewGuid().ToString(), "en", ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("why", ["Too long for a phone."])))).Outcome.Accepted);
        }
    }

    private static ImmutableSortedDictionary<string, string> In(string english) => ImmutableSortedDictionary<string, string>.Empty.Add("en", english);
}
