using System.Collections.Immutable;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Domain.Feedback;
using FsCheck;
using FsCheck.Fluent;
using static CohortCourses.Tests.Domain.Feedback.Samples;

namespace CohortCourses.Tests.Domain.Feedback;

public sealed class FeedbackLaws
{
    /// <summary>Values that fit and values that do not, to questions that there are and to one that there is not.</summary>
    private static readonly Gen<Dictionary<string, ImmutableArray<string>>> Sent =
        from answers in Gen.ArrayOf(
            from question in Gen.Elements(Form.Questions.Select(question => question.Id).Append("colour").ToArray())
            from value in Gen.ArrayOf(Gen.Elements("right", "too-much", "line", "time", "nothing", "3", "10", "page:1", "call:3", "grants", "stories", "2,5", "2026-03-01", "", " a\r\nb ", "\ud83d"))
            select (question, value))
        select answers.DistinctBy(answer => answer.question).ToDictionary(answer => answer.question, answer => answer.value.ToImmutableArray(), StringComparer.Ordinal);

    private static readonly Gen<Response> Responses =
        from pace in Gen.Elements("too-little", "right", "too-much")
        from hindered in Gen.Elements<string[]>([], ["time"], ["line", "time"], ["nothing"])
        from clear in Gen.Elements<string[]>([], ["1"], ["4"], ["5"])
        from parts in Gen.Elements<string[]>([], ["page:1"], ["page:2", "call:3"])
        from next in Gen.Elements<string[]>([], ["events"], ["stories", "grants"])
        from change in Gen.Elements<string[]>([], ["Less."], ["More."])
        select Send(("pace", [pace]), ("hindered", hindered), ("clear", clear), ("parts", parts), ("next", next), ("change", change)).Kept;

    [Fact]
    public void WhatIsKept_WhenSentAgain_IsKeptAsItIs() => Law.Holds(Sent, sent =>
    {
        var first = Form.Check(sent);
        if (first.IsAccepted)
        {
            var again = Form.Check(first.Kept.Answers);
            Assert.Empty(again.Refused);
            Assert.Equal(first.Kept, again.Kept);
        }
    });

    [Fact]
    public void WhatIsKept_AnswersQuestionsThatAreShown_AndNothingElse() => Law.Holds(Sent, sent =>
    {
        var kept = Form.Check(sent).Kept;
        Assert.All(kept.Answers, answer => Assert.True(FormRules.IsShown(Form.Questions.Single(question => question.Id == answer.Key), kept)));
        Assert.All(kept.Answers, answer => Assert.NotEmpty(answer.Value));
    });

    [Fact]
    public void Tally_InWhateverOrder_AndInWhateverGroups_IsTheRecount() => Law.HoldsThrough(Responses, responses =>
    {
        var recount = FormTally.Of(Form, responses);

        Assert.Equal(recount, FormTally.Of(Form, responses.Reverse()));
        Assert.Equal(recount, responses.Chunk(3).Select(some => FormTally.Of(Form, some)).Aggregate(FormTally.Empty, (left, right) => right + left));
        Assert.Equal(responses.Length, recount.Responses);
        Assert.All(recount.Questions.Values, tally => Assert.InRange(tally.Answered, 0, tally.Shown));
        Assert.Equal(responses.Length, recount.Of("pace").Counts.Values.Sum());
    });

    [Fact]
    public void Tally_WhenAnAnswerIsChangedOrTakenBack_IsTheRecountOfWhatIsLeft() => Law.HoldsThrough(Responses.Two(), pairs =>
    {
        var changed = pairs.Aggregate(FormTally.Of(Form, pairs.Select(pair => pair.Item1)), (tally, pair) => tally - FormTally.One(Form, pair.Item1) + FormTally.One(Form, pair.Item2));
        var left = changed - FormTally.One(Form, pairs[0].Item2);

        Assert.Equal(FormTally.Of(Form, pairs.Select(pair => pair.Item2)), changed);
        Assert.Equal(FormTally.Of(Form, pairs.Skip(1).Select(pair => pair.Item2)), left);
    });

    [Fact]
    public void ShownResults_HoweverManyComeAndWheneverTheyAreShown_MoveByFiveOrMoreOrNotAtAll() => Law.HoldsThrough(Gen.Elements(1, 1, 1, 1, 1, 1, 1, 1, 2, 0), steps =>
    {
        var all = FormTally.Empty;
        var results = ShownResults.Empty;
        foreach (var step in steps)
        {
            all = step == 1 && !results.IsClosed ? all + FormTally.One(Form, Send().Kept) : all;
            var before = results;
            results = step switch { 0 => results.Close(all), 2 => results.Look(all), _ => results };

            var newcomers = results.Told.Responses - before.Told.Responses;
            Assert.True(newcomers is 0 or >= SmallGroups.Least, $"{newcomers} newcomers");
            Assert.Equal(before.Looks, results.Looks.Take(before.Looks.Length));
        }
    }, longest: 60);

    [Theory]
    [InlineData(4, 0, 0)]
    [InlineData(5, 0, 5)]
    [InlineData(9, 0, 9)]
    [InlineData(10, 10, 10)]
    [InlineData(14, 10, 10)]
    [InlineData(15, 10, 15)]
    [InlineData(39, 20, 39)]
    [InlineData(40, 40, 40)]
    [InlineData(700, 320, 700)]
    public void ShownResults_WhileEverybodySeesThem_MoveWhenTwiceAsManyHaveCome_AndAreWholeAtTheEndUnlessAFewWouldBeSeen(int answers, int shown, int closed)
    {
        var one = FormTally.One(Form, Send().Kept);
        var (results, all) = (ShownResults.Empty, FormTally.Empty);
        for (var answer = 0; answer < answers; answer++)
        {
            all += one;
            results = results.Look(all);
        }

        Assert.Equal((shown, closed), (results.Told.Responses, results.Close(all).Told.Responses));
        Assert.Equal(answers == closed, results.Close(all).IsWhole(all));
        Assert.Equal(results.Close(all).Looks, results.Close(all).Close(all + one).Looks);
        Assert.Equal(results.Close(all).Looks, results.Close(all).Look(all + all).Looks);
    }
}
