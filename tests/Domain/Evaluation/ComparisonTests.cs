using CohortCourses.Domain.Evaluation;
using NodaTime;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class ComparisonTests
{
    private static readonly Codebook Book = Codebook.Empty
        .Add("pace", "eva", new("Pace", "", null, null)).Accepted()
        .Add("length", "eva", new("Length", "", null, null)).Accepted();

    [Fact]
    public void TwoCoders_AreComparedByWhatIsInEachText_HoweverManyPassagesItTakes()
    {
        var comparison = Comparison.Of(
            Book,
            ["t1", "t2", "t3", "t4"],
            [Of("t1", "pace", 0), Of("t1", "pace", 5), Of("t2", "pace", 0), Of("t3", Passage.Nothing, 0)],
            [Of("t1", "pace", 2), Of("t2", "length", 0)]);

        var pace = comparison.Codes.Single(code => code.Code == "pace");
        Assert.Equal((1, 1, 0, 4), (pace.Both, pace.FirstOnly, pace.SecondOnly, pace.Agreement.N));
        Assert.Equal(0.75, pace.Agreement.Observed);
        Assert.Equal(0.5, pace.Agreement.Kappa);
        var apart = Assert.Single(comparison.Apart);
        Assert.Equal(("t2", "pace", "length"), (apart.Text, Assert.Single(apart.FirstOnly), Assert.Single(apart.SecondOnly)));
        Assert.Equal(8, comparison.Overall.N);
    }

    [Fact]
    public void WhatWasMerged_CountsAsOneCode()
    {
        var merged = Book.Merge("pace", "length", seen: 1).Accepted();

        var comparison = Comparison.Of(merged, ["t1", "t2"], [Of("t1", "pace", 0)], [Of("t1", "length", 0)]);

        Assert.Equal(1, Assert.Single(comparison.Codes).Agreement.Kappa);
        Assert.Empty(comparison.Apart);
    }

    [Fact]
    public void Coders_SeeEachOthersReading_OnlyOnceBothAreDone()
    {
        var now = Instant.FromUtc(2026, 4, 1, 8, 0);
        var desk = CodingDesk.Empty.Begin("f", "why", "eva").Accepted().Begin("f", "why", "nils").Accepted();
        var one = desk.SayDone("f", "why", "eva", now).Accepted();
        var both = one.SayDone("f", "why", "nils", now).Accepted();

        Assert.Equal((false, false, true), (desk.MaySee("f", "why", "eva", "nils"), one.MaySee("f", "why", "nils", "eva"), both.MaySee("f", "why", "nils", "eva")));
        Assert.False(both.MaySee("f", "why", "ines", "eva"));
        one.MayCode("f", "why", "eva").Refused("coding.done");
        Assert.Null(one.GoOn("f", "why", "eva").Accepted().Find("f", "why", "eva")!.Done);
        both.GoOn("f", "why", "eva").Refused("coding.both-done");
    }

    [Theory]
    [InlineData("abc", 0, 2, "ab")]
    [InlineData("a👍🏽c", 1, 3, "👍🏽")]
    [InlineData("مرحبا بكم", 6, 9, "بكم")]
    [InlineData("abc", 2, 4, null)]
    [InlineData("abc", 3, 3, null)]
    public void Words_AreCountedInCodePoints(string text, int start, int end, string? words) => Assert.Equal(words, Passage.WordsOf(text, start, end));

    [Fact]
    public void Code_TheSamePassageTwice_IsOnce_AndAFullPageTakesNoMore()
    {
        var page = PassagePage.Empty.Code(Of("t1", "pace", 0)).Accepted();
        page.Code(Of("t1", "pace", 0) with { Id = "other" }).Unchanged();
        page.Code(Of("t1", "pace", 0)).Unchanged();
        page.Code(Of("t1", "pace", 4) with { End = 4 }).Refused("coding.range");
        var full = Enumerable.Range(1, PassagePage.MostPassages - 1).Aggregate(page, (known, at) => known.Code(Of("t1", "pace", at)).Accepted());

        full.Code(Of("t1", "pace", 999)).Refused("coding.full");
        Assert.Empty(full.Forget("t1").Accepted().Passages);
    }

    private static Passage Of(string text, string code, int start) => new($"{text}-{code}-{start}", text, code, start, start + 1, MayQuote: false);
}
