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
    public void ShownResults_HoweverManyComeAndWheneverItCloses_MoveByFiveOrMoreOrNotAtAll() => Law.HoldsThrough(Gen.Elements(1, 1, 1, 1, 1, 1, 1, 1, 1, 0), steps =>
    {
        var all = FormTally.Empty;
        var results = ShownResults.Empty;
        foreach (var step in steps)
        {
            var answer = FormTally.One(Form, Send(("clear", [(1 + (all.Responses % 5)).ToString(System.Globalization.CultureInfo.InvariantCulture)])).Kept);
            var before = results;
            results = step == 1 ? results.Add(answer) : results.Close();
            all = step == 1 && !before.IsClosed ? all + answer : all;

            var newcomers = (results.Shown - before.Shown).Responses;
            Assert.False(SmallGroups.IsTooSmall(newcomers), $"{newcomers} newcomers");
            Assert.True(newcomers >= 0);
            Assert.Equal(all, results.Shown + results.Waiting + results.Coming);
        }
    }, longest: 60);

    [Fact]
    public void ShownResults_AppearWithTheFifth_AndAreWholeOnceClosedWithTen() => Law.Holds(Gen.Choose(0, 40), answers =>
    {
        var results = Enumerable.Range(0, answers).Aggregate(ShownResults.Empty, (shown, _) => shown.Add(FormTally.One(Form, Send().Kept)));

        Assert.Equal(answers, results.Responses);
        Assert.Equal(answers switch { < 5 => 0, < 15 => 5, _ => (answers / 5 * 5) - 5 }, results.Shown.Responses);
        Assert.Equal(answers switch { < 5 => 0, < 10 => 5, _ => answers }, results.Close().Shown.Responses);
        Assert.Equal(results.Close(), results.Close().Close());
        Assert.Equal(results.Close(), results.Close().Add(FormTally.One(Form, Send().Kept)));
    });
}
