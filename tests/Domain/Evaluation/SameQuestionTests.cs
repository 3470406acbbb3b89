using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class SameQuestionTests
{
    [Fact]
    public void Answers_ToTheSameWording_AreCompared() => Assert.Null(SameQuestion.Refuse("a1", "a1", []));

    [Fact]
    public void Answers_ToAWordingThatChangedSilently_AreNotCompared() => SameQuestion.Refuse("a1", "b2", [("a1", "c3")]).Refused("evaluation.other-wording");

    [Fact]
    public void Answers_ToWordingsOfWhichSomebodySaidThatTheyMeanTheSame_AreCompared()
    {
        Assert.Null(SameQuestion.Refuse("a1", "b2", [("a1", "b2")]));
        Assert.Null(SameQuestion.Refuse("a1", "b2", [("b2", "a1")]));
    }
}
