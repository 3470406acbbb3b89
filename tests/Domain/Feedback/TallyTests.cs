using CohortCourses.Domain.Feedback;
using static CohortCourses.Tests.Domain.Feedback.Samples;

namespace CohortCourses.Tests.Domain.Feedback;

public sealed class TallyTests
{
    private static readonly FormTally Two = FormTally.Of(Form,
    [
        Send(("pace", ["too-much"]), ("hindered", ["time", "line"]), ("next", ["stories", "grants"]), ("parts", ["page:2"]), ("change", ["Less."])).Kept,
        Send(("pace", ["right"]), ("next", ["grants"]), ("recommend", ["9"])).Kept,
    ]);

    [Fact]
    public void Tally_CountsToHowManyAQuestionWasShown_AndHowManyAnswered()
    {
        Assert.Equal((2, 2), (Two.Of("pace").Shown, Two.Of("pace").Answered));
        Assert.Equal((1, 1), (Two.Of("hindered").Shown, Two.Of("hindered").Answered));
        Assert.Equal((2, 1), (Two.Of("recommend").Shown, Two.Of("recommend").Answered));
        Assert.Equal((1, 0), (Two.Of("which-line").Shown, Two.Of("which-line").Answered));
    }

    [Fact]
    public void Tally_CountsEachChoiceRowAndRank()
    {
        Assert.Equal("line=1 time=1", Counts("hindered"));
        Assert.Equal("page:2=1", Counts("parts"));
        Assert.Equal("grants:1=1 grants:2=1 stories:1=1", Counts("next"));
        Assert.Equal("9=1", Counts("recommend"));
    }

    [Fact]
    public void Tally_OfATextCountsItAndKeepsItNot()
    {
        Assert.Equal((2, 1), (Two.Of("change").Shown, Two.Of("change").Answered));
        Assert.Empty(Two.Of("change").Counts);
    }

    [Fact]
    public void Tally_OfAQuestionThatIsNotThere_IsEmpty() => Assert.Equal(Tally.Empty, Two.Of("colour"));

    private static string Counts(string question) =>
        string.Join(' ', Two.Of(question).Counts.Select(count => $"{count.Key}={count.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
}
