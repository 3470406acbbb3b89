using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Evaluation;

public sealed class FindingTests
{
    private static readonly FindingText Text = new("Week 3 is too long for phones.", "Split part 2.", new(AimKind.Week, Week: 3));

    private static readonly FrozenFigureView Pace = new("pace/3", "The pace was right", 0.29, FigureUnit.Share, 52, 0.18, 0.42, Pilot.Monday);

    [Fact]
    public async Task AFinding_WithItsEvidenceAndDecision_OutlivesARestart()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        (await pilot.Grains.Findings("spring").Write("f1", "eva", Text)).Accepted();
        (await pilot.Grains.Findings("spring").Write("f1", "eva", Text)).Accepted();
        var finding = pilot.Grains.Finding("spring", "f1");
        (await finding.Add(new("e1", Pace, null))).Accepted();
        (await finding.Add(new("e1", Pace, null))).Accepted();
        (await finding.Tell([new("en", "It is long.", "We split it.")], seen: 2)).Accepted();
        (await finding.Decide(Verdict.Accepted, "omar", "A third said so.", seen: 3)).Accepted();
        await pilot.Restart();

        var kept = Assert.Single(await pilot.Grains.Findings("spring").List());
        Assert.Equal((Text, "eva", 4), (kept.Text, kept.By, kept.Version));
        Assert.Equal(Pace, Assert.Single(kept.Evidence).Figure);
        Assert.Equal((Verdict.Accepted, "omar", "A third said so."), (kept.Decision!.Verdict, kept.Decision.By, kept.Decision.Reason));
        Assert.Equal("We split it.", Assert.Single(kept.Public).Changed);
    }

    [Fact]
    public async Task TwoEvaluators_AtOnce_OneIsTold_AndWhatStandsIsTheOthers()
    {
        await using var pilot = await Pilot.StartAsync();
        (await pilot.Grains.Findings("spring").Write("f1", "eva", Text)).Accepted();
        var finding = pilot.Grains.Finding("spring", "f1");

        var outcomes = await Task.WhenAll(
            finding.Edit(Text with { Statement = "By Eva." }, seen: 1),
            finding.Edit(Text with { Statement = "By Nils." }, seen: 1));

        Assert.Equal([null, "finding.changed-meanwhile"], outcomes.Select(outcome => outcome.Code).Order(StringComparer.Ordinal));
        Assert.Equal(outcomes[0].Accepted ? "By Eva." : "By Nils.", (await finding.Get())!.Text.Statement);
    }

    [Fact]
    public async Task AWrite_WhoseOutcomeIsUnknown_MayBeSentAgain()
    {
        await using var pilot = await Pilot.StartAsync();
        pilot.Store.FailNext("findings", Fault.BeforeItIsKept);
        await Faults.Reach(() => pilot.Grains.Findings("spring").Write("f1", "eva", Text));
        Assert.Empty(await pilot.Grains.Findings("spring").List());

        (await pilot.Grains.Findings("spring").Write("f1", "eva", Text)).Accepted();

        Assert.Single(await pilot.Grains.Findings("spring").List());
    }

    [Fact]
    public async Task TheNextPhase_IsHandedWhatWasAccepted_WithItsReasonAndTheBaseline_AndTellsWhatWasDone()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await pilot.Found();
        await pilot.Found("autumn");
        foreach (var (id, verdict) in new[] { ("f1", Verdict.Accepted), ("f2", Verdict.Declined), ("f3", Verdict.Accepted) })
        {
            (await pilot.Grains.Findings("spring").Write(id, "eva", Text with { Statement = id })).Accepted();
            (await pilot.Grains.Finding("spring", id).Decide(verdict, "omar", $"Because of {id}.", seen: 1)).Accepted();
        }

        var autumn = pilot.Grains.Phase("autumn");
        (await autumn.Begin("spring", "omar", [Pace])).Accepted();
        (await autumn.Begin("spring", "omar", [Pace])).Accepted();
        (await autumn.Tick("f3", "ines", "Two parts now.")).Accepted();
        (await autumn.Tick("f3", "ravi", "Sent twice.")).Accepted();
        (await autumn.Tick("f2", "ines", "")).Refused("finding.unknown");
        await pilot.Restart();

        var phase = (await pilot.Grains.Phase("autumn").Get())!;
        Assert.Equal([("f1", "Because of f1.", null), ("f3", "Because of f3.", "Two parts now.")], phase.Items.Select(item => (item.Finding, item.Reason, item.Acted?.Note)));
        Assert.Equal([Pace], phase.Baseline);
        Assert.Equal(["autumn"], await pilot.Grains.Findings("spring").Phases());
        Assert.Equal(("autumn", "ines"), ((await pilot.Grains.Finding("spring", "f3").Get())!.Acted!.Cohort, (await pilot.Grains.Finding("spring", "f3").Get())!.Acted!.By));
        (await pilot.Grains.Phase("autumn").Untick("f3")).Accepted();
        Assert.Null((await pilot.Grains.Finding("spring", "f3").Get())!.Acted);
        Assert.Null(await pilot.Grains.Phase("spring").Get());
    }

    [Fact]
    public async Task ATick_ThatDiedBeforeTheFindingHeard_IsHeardTheNextTime()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        await pilot.Found("autumn");
        (await pilot.Grains.Findings("spring").Write("f1", "eva", Text)).Accepted();
        (await pilot.Grains.Finding("spring", "f1").Decide(Verdict.Accepted, "omar", "Yes.", seen: 1)).Accepted();
        (await pilot.Grains.Phase("autumn").Begin("spring", "omar", [])).Accepted();
        pilot.Store.FailNext("finding", Fault.BeforeItIsKept);
        await Faults.Reach(() => pilot.Grains.Phase("autumn").Tick("f1", "ines", "Done."));

        (await pilot.Grains.Phase("autumn").Tick("f1", "ines", "Done.")).Accepted();

        Assert.Equal("Done.", (await pilot.Grains.Finding("spring", "f1").Get())!.Acted!.Note);
    }

    [Fact]
    public async Task Begin_FromNowhere_OrFromAnotherCourse_IsRefused()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        await pilot.Grains.Course("other").Publish(new("r1", ["one"], [], 1));
        (await pilot.Grains.Cohort("elsewhere").Create(Pilot.Spring with { Course = "other" })).Accepted();

        (await pilot.Grains.Phase("spring").Begin("nowhere", "omar", [])).Refused("phase.unknown");
        (await pilot.Grains.Phase("spring").Begin("elsewhere", "omar", [])).Refused("phase.other-course");
        (await pilot.Grains.Phase("spring").Begin("spring", "omar", [])).Refused("phase.itself");
        (await pilot.Grains.Phase("spring").Tick("f1", "ines", "")).Refused("phase.unknown");
    }
}
