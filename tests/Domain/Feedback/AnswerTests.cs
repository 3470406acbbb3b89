using static CohortCourses.Tests.Domain.Feedback.Samples;

namespace CohortCourses.Tests.Domain.Feedback;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("pace", "too-much", "too-much")]
    [InlineData("clear", "5", "5")]
    [InlineData("recommend", "0", "0")]
    [InlineData("recommend", "10", "10")]
    [InlineData("parts", "call:1 page:3", "page:3 call:1")]
    [InlineData("parts", "call:1", "call:1")]
    [InlineData("next", "stories events", "stories events")]
    [InlineData("hours", "3", "3")]
    [InlineData("hours", "3.50", "3.5")]
    [InlineData("hours", "3,5", "3.5")]
    [InlineData("hours", "٣٫٥", "3.5")]
    [InlineData("hours", "40", "40")]
    [InlineData("start", "2026-02-01", "2026-02-01")]
    [InlineData("start", "2026-12-31", "2026-12-31")]
    [InlineData("change", "Fewer_calls.", "Fewer_calls.")]
    public void Answer_ThatFits_IsKeptInOneWayOfWriting(string question, string given, string kept)
    {
        var sent = Send((question, given.Split(' ')));

        Assert.Empty(sent.Refused);
        Assert.Equal(kept.Split(' '), sent.Kept.To(question));
    }

    [Theory]
    [InlineData("pace", "faster", "feedback.unknown-choice")]
    [InlineData("pace", "right too-much", "feedback.one-only")]
    [InlineData("clear", "0", "feedback.unknown-choice")]
    [InlineData("clear", "6", "feedback.unknown-choice")]
    [InlineData("clear", "05", "feedback.unknown-choice")]
    [InlineData("clear", "1 2", "feedback.one-only")]
    [InlineData("recommend", "11", "feedback.unknown-choice")]
    [InlineData("recommend", "-1", "feedback.unknown-choice")]
    [InlineData("parts", "page:4", "feedback.unknown-choice")]
    [InlineData("parts", "page", "feedback.unknown-choice")]
    [InlineData("parts", "page:", "feedback.unknown-choice")]
    [InlineData("parts", "mail:1", "feedback.unknown-choice")]
    [InlineData("parts", "page:1 page:2", "feedback.one-only")]
    [InlineData("next", "grants events stories", "feedback.too-many")]
    [InlineData("next", "grants grants", "feedback.ranked-twice")]
    [InlineData("next", "money", "feedback.unknown-choice")]
    [InlineData("hours", "many", "feedback.no-number")]
    [InlineData("hours", "1e3", "feedback.no-number")]
    [InlineData("hours", "1,000.5", "feedback.no-number")]
    [InlineData("hours", "41", "feedback.range")]
    [InlineData("hours", "-1", "feedback.range")]
    [InlineData("hours", "1.25", "feedback.decimals")]
    [InlineData("hours", "1 2", "feedback.one-only")]
    [InlineData("start", "tomorrow", "feedback.no-date")]
    [InlineData("start", "2026-02-30", "feedback.no-date")]
    [InlineData("start", "2026-01-31", "feedback.too-early")]
    [InlineData("start", "2027-01-01", "feedback.too-late")]
    [InlineData("start", "2026-02-01 2026-02-02", "feedback.one-only")]
    [InlineData("change", "one two", "feedback.one-only")]
    [InlineData("change", "123456789-123456789-123456789-123456789-123456789-1", "feedback.too-long")]
    public void Answer_ThatDoesNotFit_IsRefused(string question, string given, string code) =>
        Assert.Equal(code, Send((question, given.Split(' '))).Why(question));

    [Fact]
    public void Several_AreKeptInTheOrderOfTheForm()
    {
        Assert.Equal(["time", "line"], Send(("pace", ["too-much"]), ("hindered", ["line", "time", "line"])).Kept.To("hindered"));
        Assert.Equal("feedback.too-many", Send(("pace", ["too-much"]), ("hindered", ["line", "time", "language"])).Why("hindered"));
        Assert.Equal("feedback.unknown-choice", Send(("pace", ["too-much"]), ("hindered", ["rain"])).Why("hindered"));
        Assert.Equal("feedback.goes-alone", Send(("pace", ["too-much"]), ("hindered", ["line", "nothing"])).Why("hindered"));
        Assert.Equal(["nothing"], Send(("pace", ["too-much"]), ("hindered", ["nothing"])).Kept.To("hindered"));
    }

    [Theory]
    [InlineData("  Fewer calls \r\n\r\nMore time\u0007 ", "Fewer calls \n\nMore time")]
    [InlineData("e\u0301", "é")]
    public void Text_IsKeptWithoutWhatNobodySees(string typed, string kept) =>
        Assert.Equal([kept], Send(("change", [typed])).Kept.To("change"));

    [Fact]
    public void Text_OfOneLine_HasNoLineEnds() => Assert.Equal(
        ["at night at work"], Send(("pace", ["too-much"]), ("hindered", ["line"]), ("which-line", ["at night\nat work"])).Kept.To("which-line"));

    [Fact]
    public void Text_WithHalfACharacter_IsRefused() => Assert.Equal("feedback.unreadable", Send(("change", ["\ud83d"])).Why("change"));

    [Fact]
    public void Text_IsMeasuredInCharacters() => Assert.Empty(Send(("change", [string.Concat(Enumerable.Repeat("🙂", 50))])).Refused);
}
