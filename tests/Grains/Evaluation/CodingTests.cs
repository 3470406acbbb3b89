using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Evaluation;

public sealed class CodingTests
{
    private static readonly CodingKey Eva = new("pulse-w3", "why", "eva");

    private static readonly CodingKey Nils = Eva with { Coder = "nils" };

    [Fact]
    public async Task Passages_OfACoder_OutliveARestart_AndNoneIsThereTwice()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await Codes(pilot);
        foreach (var at in Enumerable.Range(0, 260))
        {
            (await pilot.Grains.CodingDesk("spring").Code(Eva, Passage(at))).Accepted();
        }

        (await pilot.Grains.CodingDesk("spring").Code(Eva, Passage(3))).Accepted();
        (await pilot.Grains.CodingDesk("spring").Uncode(Eva, "s-7")).Accepted();
        (await pilot.Grains.CodingDesk("spring").Uncode(Eva, "s-7")).Accepted();
        (await pilot.Grains.CodingDesk("spring").Change(Eva, "s-258", "length", mayQuote: true)).Accepted();
        await pilot.Restart();

        var kept = (await pilot.Grains.CodingDesk("spring").Passages(Eva, "eva"))!.Value;
        Assert.Equal(259, kept.Length);
        Assert.Distinct(kept.Select(passage => passage.Id));
        Assert.Equal(("length", true), (kept.Single(passage => passage.Id == "s-258").Code, kept.Single(passage => passage.Id == "s-258").MayQuote));
        Assert.Equal([new CodingView(Eva, null)], await pilot.Grains.CodingDesk("spring").Codings());
    }

    [Fact]
    public async Task TwoCoders_SeeEachOthersReading_OnceBothAreDone_AndThenItStays()
    {
        await using var pilot = await Pilot.StartAsync();
        await Codes(pilot);
        var desk = pilot.Grains.CodingDesk("spring");
        (await desk.Code(Eva, Passage(1))).Accepted();
        (await desk.Code(Nils, Passage(2))).Accepted();

        (await desk.SayDone(Eva)).Accepted();
        Assert.Null(await desk.Passages(Eva, "nils"));
        (await desk.Code(Eva, Passage(3))).Refused("coding.done");
        (await desk.GoOn(Eva)).Accepted();
        (await desk.Code(Eva, Passage(3))).Accepted();
        (await desk.SayDone(Eva)).Accepted();
        (await desk.SayDone(Nils)).Accepted();

        Assert.Equal(2, (await desk.Passages(Eva, "nils"))!.Value.Length);
        (await desk.GoOn(Eva)).Refused("coding.both-done");
        Assert.Null(await desk.Passages(Eva, "ines"));
    }

    [Fact]
    public async Task Code_WithACodeThatIsNot_IsRefused_AndNothingToCodeIsNone()
    {
        await using var pilot = await Pilot.StartAsync();
        await Codes(pilot);
        var desk = pilot.Grains.CodingDesk("spring");

        (await desk.Code(Eva, Passage(1) with { Code = "none" })).Refused("code.unknown");
        (await desk.Code(Eva, Passage(1) with { End = 0 })).Refused("coding.range");
        (await desk.Code(Eva, Passage(1) with { Code = PassageView.Nothing })).Accepted();
        (await desk.Change(Eva, "s-9", "pace", null)).Refused("coding.unknown-passage");
    }

    [Fact]
    public async Task Merge_RewritesNothing_AndTheCodebookSaysWhatStands()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await Codes(pilot);
        (await pilot.Grains.CodingDesk("spring").Code(Eva, Passage(1))).Accepted();
        var written = pilot.Store.Writes("passages");

        (await pilot.Grains.Codebook("spring").Merge("pace", "length", seen: 1)).Accepted();
        (await pilot.Grains.Codebook("spring").Edit("length", new("Extent"), seen: 1)).Accepted();
        (await pilot.Grains.Codebook("spring").Edit("length", new("Size"), seen: 1)).Refused("code.changed-meanwhile");
        Assert.Equal(written, pilot.Store.Writes("passages"));
        await pilot.Restart();

        Assert.Equal([("pace", "length"), ("length", "length")], (await pilot.Grains.Codebook("spring").List()).Select(code => (code.Id, code.StandsAs)));
        Assert.Equal("pace", Assert.Single((await pilot.Grains.CodingDesk("spring").Passages(Eva, "eva"))!.Value).Code);
    }

    [Fact]
    public async Task Forget_TakesATextFromEveryCoder()
    {
        await using var pilot = await Pilot.StartAsync();
        await Codes(pilot);
        var desk = pilot.Grains.CodingDesk("spring");
        (await desk.Code(Eva, Passage(1))).Accepted();
        (await desk.Code(Eva, Passage(2) with { Text = "p-2" })).Accepted();
        (await desk.Code(Nils, Passage(3))).Accepted();

        await desk.Forget("p-1");

        Assert.Equal(["s-2"], (await desk.Passages(Eva, "eva"))!.Value.Select(passage => passage.Id));
        Assert.Empty((await desk.Passages(Nils, "nils"))!.Value);
    }

    [Fact]
    public async Task APassage_WhoseWriteFailed_IsThereOnce_WhenItIsSentAgain()
    {
        await using var pilot = await Pilot.StartAsync();
        await Codes(pilot);
        var desk = pilot.Grains.CodingDesk("spring");
        foreach (var fault in Enum.GetValues<Fault>())
        {
            pilot.Store.FailNext("passages", fault);
            await Assert.ThrowsAsync<IOException>(() => desk.Code(Eva, Passage((int)fault)));
            (await desk.Code(Eva, Passage((int)fault))).Accepted();
        }

        Assert.Equal(["s-0", "s-1"], (await desk.Passages(Eva, "eva"))!.Value.Select(passage => passage.Id));
    }

    private static async Task Codes(Pilot pilot)
    {
        (await pilot.Grains.Codebook("spring").Add("pace", "eva", new("Pace"))).Accepted();
        (await pilot.Grains.Codebook("spring").Add("length", "eva", new("Length"))).Accepted();
    }

    private static PassageView Passage(int at) => new(string.Create(CultureInfo.InvariantCulture, $"s-{at}"), "p-1", "pace", at, at + 2);
}
