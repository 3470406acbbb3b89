using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Grains.Feedback;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Evaluation;

public sealed class CodingTests
{
    [Fact]
    public async Task Texts_AreThoseOfWhoAgreed_UnderStudyKeysInAnOrderThatSaysNothing()
    {
        await using var reading = await Reading.StartAsync();

        var texts = await reading.Texts();

        Assert.Equal(Enumerable.Range(1, Reading.Agreed).Select(Reading.Words), texts.Select(text => text.Words).Order(StringComparer.Ordinal));
        Assert.Equal(texts.Select(text => text.Key).Order(StringComparer.Ordinal), texts.Select(text => text.Key));
        Assert.All(texts, text => Assert.Matches("^p-[a-z2-7]{10}$", text.Key));
        Assert.Empty(await reading.Desk.Texts(reading.Eva.Form, "pace"));
        Assert.Empty(await reading.Desk.Texts("weekly-pulse-w9", "why"));
        Assert.Equal([new(reading.Eva.Form, "why", texts.Length)], (await reading.Desk.Codable()).Questions);

        (await reading.Pilot.Grains.Learner(Survey.Learner(1)).AgreeToResearch(Survey.Cohort, false)).Accepted();
        reading.Pilot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Reading.Words(1), (await reading.Texts()).Select(text => text.Words));
    }

    [Fact]
    public async Task Texts_OfAnAnonymousForm_WaitUntilItIsClosed_AndSayNoLanguage()
    {
        await using var reading = await Reading.StartAsync(FormLevel.Anonymous);
        Assert.Empty(await reading.Texts());

        reading.Pilot.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(Reading.Answered, (await reading.Texts()).Length);
        Assert.All(await reading.Texts(), text => Assert.Null(text.Language));
    }

    [Fact]
    public async Task Texts_OfANamedForm_AreNone()
    {
        await using var reading = await Reading.StartAsync(FormLevel.Named);

        Assert.Empty(await reading.Texts());
    }

    [Fact]
    public async Task Passages_OfACoder_OutliveARestart_AndNoneIsThereTwice()
    {
        await using var reading = await Reading.StartAsync(onDisk: true);
        foreach (var at in Enumerable.Range(0, 260))
        {
            await reading.Code(reading.Eva, at);
        }

        await reading.Code(reading.Eva, 3);
        (await reading.Desk.Uncode(reading.Eva, "s-7")).Accepted();
        (await reading.Desk.Uncode(reading.Eva, "s-7")).Accepted();
        (await reading.Desk.Change(reading.Eva, "s-258", "length", mayQuote: true)).Accepted();
        await reading.Pilot.Restart();

        var kept = (await reading.Desk.Passages(reading.Eva, "eva"))!.Value;
        Assert.Equal(259, kept.Length);
        Assert.Distinct(kept.Select(passage => passage.Id));
        Assert.Equal(("length", true), (kept.Single(passage => passage.Id == "s-258").Code, kept.Single(passage => passage.Id == "s-258").MayQuote));
        Assert.Equal([new CodingView(reading.Eva, null)], await reading.Desk.Codings());
    }

    [Fact]
    public async Task TwoCoders_SeeEachOthersReading_OnceBothAreDone_AndThenItStays()
    {
        await using var reading = await Reading.StartAsync();
        var desk = reading.Desk;
        await reading.Code(reading.Eva, 1);
        await reading.Code(reading.Nils, 2);

        (await desk.SayDone(reading.Eva)).Accepted();
        Assert.Null(await desk.Passages(reading.Eva, "nils"));
        (await desk.Compare(reading.Eva, reading.Nils, "nils")).Outcome.Refused("coding.not-done");
        (await desk.Code(reading.Eva, await reading.Passage(3))).Refused("coding.done");
        (await desk.GoOn(reading.Eva)).Accepted();
        await reading.Code(reading.Eva, 3);
        (await desk.SayDone(reading.Eva)).Accepted();
        (await desk.SayDone(reading.Nils)).Accepted();

        Assert.Equal(2, (await desk.Passages(reading.Eva, "nils"))!.Value.Length);
        (await desk.GoOn(reading.Eva)).Refused("coding.both-done");
        Assert.Null(await desk.Passages(reading.Eva, "ines"));
        (await desk.Compare(reading.Eva, reading.Nils, "ines")).Outcome.Refused("coding.not-done");
    }

    [Fact]
    public async Task Compare_SaysHowFarTheyAgree_AndWhereTheyDiffer()
    {
        await using var reading = await Reading.StartAsync();
        foreach (var at in Enumerable.Range(0, 5))
        {
            await reading.Code(reading.Eva, at);
            await reading.Code(reading.Nils, at + 1);
        }

        (await reading.Desk.SayDone(reading.Eva)).Accepted();
        (await reading.Desk.SayDone(reading.Nils)).Accepted();

        var view = (await reading.Desk.Compare(reading.Eva, reading.Nils, "nils")).View!;

        var pace = Assert.Single(view.Codes);
        Assert.Equal((4, 1, 1, 10), (pace.Both, pace.FirstOnly, pace.SecondOnly, view.Texts));
        Assert.Equal(0.6, pace.Agreement.Kappa!.Value, 1e-9);
        Assert.Equal(2, view.Apart.Length);
    }

    [Fact]
    public async Task Themes_CountWhatAllWhoAreDoneFound_AndShowNoGroupUnderFive()
    {
        await using var reading = await Reading.StartAsync();
        Assert.Empty(await reading.Desk.Themes(reading.Eva.Form, "why"));
        foreach (var at in Enumerable.Range(0, 6))
        {
            await reading.Code(reading.Eva, at);
        }

        await reading.Code(reading.Eva, 9, "length");
        (await reading.Desk.SayDone(reading.Eva)).Accepted();

        Assert.All(await reading.Desk.Themes(reading.Eva.Form, "why"), theme => Assert.Empty(theme.Figure.Outcomes));
        await reading.Code(reading.Nils, 9, "length");
        foreach (var at in Enumerable.Range(0, 5))
        {
            await reading.Code(reading.Nils, at);
        }

        (await reading.Desk.SayDone(reading.Nils)).Accepted();
        var themes = await reading.Desk.Themes(reading.Eva.Form, "why");
        Assert.Equal([("pace", 2), ("length", 0)], themes.Select(theme => (theme.Code, theme.Figure.Outcomes.Length)));
        Assert.Equal((5, 10), (themes[0].Figure.Shares[1].Count, themes[0].Figure.N));
    }

    [Fact]
    public async Task Code_WithWhatIsNotThere_IsRefused_AndNothingToCodeIsNone()
    {
        await using var reading = await Reading.StartAsync();
        var passage = await reading.Passage(1);

        (await reading.Desk.Code(reading.Eva, passage with { Code = "none" })).Refused("code.unknown");
        (await reading.Desk.Code(reading.Eva, passage with { End = 0 })).Refused("coding.range");
        (await reading.Desk.Code(reading.Eva, passage with { End = 900 })).Refused("coding.range");
        (await reading.Desk.Code(reading.Eva, passage with { Text = "p-nobody" })).Refused("coding.unknown-text");
        (await reading.Desk.Code(reading.Eva, passage with { Code = PassageView.Nothing })).Accepted();
        (await reading.Desk.Change(reading.Eva, "s-9", "pace", null)).Refused("coding.unknown-passage");
        (await reading.Desk.Change(reading.Eva, "s-1", "none", null)).Refused("code.unknown");
    }

    [Fact]
    public async Task Merge_RewritesNothing_AndTheCodebookSaysWhatStands()
    {
        await using var reading = await Reading.StartAsync(onDisk: true);
        await reading.Code(reading.Eva, 1);
        var written = reading.Pilot.Store.Writes("passages");

        (await reading.Book.Merge("pace", "length", seen: 1)).Accepted();
        (await reading.Book.Edit("length", new("Extent"), seen: 1)).Accepted();
        (await reading.Book.Edit("length", new("Size"), seen: 1)).Refused("code.changed-meanwhile");
        Assert.Equal(written, reading.Pilot.Store.Writes("passages"));
        await reading.Pilot.Restart();

        Assert.Equal([("pace", "length"), ("length", "length")], (await reading.Book.List()).Select(code => (code.Id, code.StandsAs)));
        Assert.Equal("pace", Assert.Single((await reading.Desk.Passages(reading.Eva, "eva"))!.Value).Code);
    }

    [Fact]
    public async Task Erase_TakesSomebodysAnswerFromEveryCoder_AndTheQuotesFromIt()
    {
        await using var reading = await Reading.StartAsync();
        var texts = await reading.Texts();
        var gone = texts.Index().First(text => text.Item.Words == Reading.Words(1));
        await reading.Code(reading.Eva, gone.Index);
        await reading.Code(reading.Nils, gone.Index);
        await reading.Code(reading.Eva, gone.Index + 1);
        var findings = reading.Pilot.Grains.Findings(Survey.Cohort);
        (await findings.Write("f1", "eva", new("It is long.", "", null))).Accepted();
        (await reading.Pilot.Grains.Finding(Survey.Cohort, "f1").Add(new("e1", null, new(gone.Item.Key, "long for a phone")))).Accepted();

        await reading.Desk.Erase(Survey.Learner(1));
        await reading.Desk.Erase(Survey.Learner(1));

        Assert.Single((await reading.Desk.Passages(reading.Eva, "eva"))!.Value);
        Assert.Empty((await reading.Desk.Passages(reading.Nils, "nils"))!.Value);
        Assert.Empty((await findings.List())[0].Evidence);
    }

    [Fact]
    public async Task APassage_WhoseWriteFailed_IsThereOnce_WhenItIsSentAgain()
    {
        await using var reading = await Reading.StartAsync();
        foreach (var fault in Enum.GetValues<Fault>())
        {
            var passage = await reading.Passage((int)fault);
            reading.Pilot.Store.FailNext("passages", fault);
            await Faults.Reach(() => reading.Desk.Code(reading.Eva, passage));
            (await reading.Desk.Code(reading.Eva, passage)).Accepted();
        }

        Assert.Equal(["s-0", "s-1"], (await reading.Desk.Passages(reading.Eva, "eva"))!.Value.Select(passage => passage.Id));
    }
}
