using System.Collections.Immutable;
using CohortCourses.Domain.Feedback;
using static CohortCourses.Tests.Domain.Feedback.Samples;

namespace CohortCourses.Tests.Domain.Feedback;

public sealed class FormRulesTests
{
    [Fact]
    public void Check_WhenARequiredQuestionIsEmpty_SaysSo()
    {
        Assert.Equal("feedback.required", Send(("pace", [""])).Why("pace"));
        Assert.Equal("feedback.required", Form.Check(new Dictionary<string, ImmutableArray<string>>()).Why("pace"));
    }

    [Fact]
    public void Check_WhenARequiredMatrixLacksARow_SaysSo()
    {
        var form = new FormRules(FormLevel.Named, [new Matrix("parts", true, null, "w", ["page", "call"], 3)]);

        var refused = Assert.Single(form.Check(Given(("parts", ["page:1"]))).Refused);
        Assert.Equal("feedback.required", refused.Why.Code);
        Assert.True(form.Check(Given(("parts", ["page:1", "call:2"]))).IsAccepted);
    }

    [Fact]
    public void Check_WhenAQuestionIsNotShown_DropsItsAnswer_WhateverItIs()
    {
        var sent = Send(("pace", ["right"]), ("hindered", ["no-such-choice"]), ("which-line", ["mine"]));

        Assert.Empty(sent.Refused);
        Assert.Equal(["pace"], sent.Kept.Answers.Keys);
    }

    [Fact]
    public void Check_WhenAQuestionDependsOnOneThatIsNotShown_IsItselfNotShown() =>
        Assert.Empty(Send(("pace", ["right"]), ("hindered", ["line"]), ("which-line", ["mine"])).Kept.To("which-line"));

    [Fact]
    public void Check_WhenARequiredQuestionIsNotShown_DoesNotMissIt()
    {
        var form = new FormRules(FormLevel.Named, [new OneChoice("a", false, null, "w", ["yes", "no"]), new Words("b", true, new("a", ["yes"]), "w", 10, false)]);

        Assert.True(form.Check(Given(("a", ["no"]))).IsAccepted);
        Assert.Equal("feedback.required", form.Check(Given(("a", ["yes"]))).Why("b"));
    }

    [Fact]
    public void Check_WhenAQuestionIsUnknown_RefusesIt() => Assert.Equal("feedback.unknown-question", Send(("colour", ["blue"])).Why("colour"));

    [Fact]
    public void Check_WhenNothingIsAnswered_RefusesTheWhole()
    {
        var form = new FormRules(FormLevel.Anonymous, [new Words("b", false, null, "w", 10, false)]);

        Assert.Equal("feedback.empty", form.Check(Given(("b", ["  "]))).Why(""));
    }

    [Fact]
    public void Check_NamesEveryReasonAtOnce() => Assert.Equal(
        ["clear", "hours", "colour"],
        Send(("clear", ["9"]), ("hours", ["x"]), ("colour", ["blue"])).Refused.Select(refused => refused.Question));

    [Theory]
    [InlineData(FormLevel.Anonymous, FormLevel.Anonymous, true)]
    [InlineData(FormLevel.Anonymous, FormLevel.Confidential, false)]
    [InlineData(FormLevel.Confidential, FormLevel.Named, false)]
    [InlineData(FormLevel.Named, FormLevel.Confidential, true)]
    [InlineData(FormLevel.Confidential, FormLevel.Anonymous, true)]
    public void Level_OnceItWasPromised_MayOnlyBecomeStricter(FormLevel promised, FormLevel now, bool isKept) => Assert.Equal(isKept, promised.IsKeptBy(now));

    [Fact]
    public void Answers_MayBeChanged_UnlessNobodyKnowsWhoseTheyAre() =>
        Assert.Equal([FormLevel.Confidential, FormLevel.Named], Enum.GetValues<FormLevel>().Where(level => level.AllowsChanges()));

    private static Dictionary<string, ImmutableArray<string>> Given(params (string Question, string[] Values)[] answers) =>
        answers.ToDictionary(answer => answer.Question, answer => answer.Values.ToImmutableArray(), StringComparer.Ordinal);
}
