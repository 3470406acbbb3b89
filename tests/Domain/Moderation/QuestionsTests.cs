using System.Collections.Immutable;
using CohortCourses.Domain.Moderation;
using NodaTime;
using static CohortCourses.Tests.Domain.Moderation.Samples;

namespace CohortCourses.Tests.Domain.Moderation;

public sealed class QuestionsTests
{
    private static readonly ImmutableArray<string> Mentors = ["maya", "noor"];

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void Question_WithoutAnAnswerForADay_IsOverdue(int hours, bool overdue) => Assert.Equal(overdue, Asked("q", hours).IsOverdue(Now));

    [Fact]
    public void Question_ThatWasAnswered_IsNeverOverdue() => Assert.False(Answered("q", asked: 90, after: 80).IsOverdue(Now));

    [Fact]
    public void Ask_AfterTwoDays_AsksTheMentorWhoWasAskedTheLeast()
    {
        var asked = Questions.Ask([], [Asked("q1", 50), Asked("q2", 49), Asked("q3", 60), Asked("young", 47)], Mentors, Now);

        Assert.Equal(3, asked.Count);
        Assert.Equal([1, 2], asked.GroupBy(one => one.Mentor, StringComparer.Ordinal).Select(group => group.Count()).Order());
    }

    [Fact]
    public void Ask_WhenRepeated_AsksNobodyElse()
    {
        var asked = Questions.Ask([], [Asked("q1", 50)], Mentors, Now);

        Assert.Same(asked, Questions.Ask(asked, [Asked("q1", 51)], Mentors, Now));
    }

    [Fact]
    public void Ask_WhenAnswered_OrTheMentorLeft_GoesOn()
    {
        ImmutableList<AskedMentor> asked = [new("q1", "maya"), new("q2", "gone")];

        Assert.Equal([new("q2", "maya", Now)], Questions.Ask(asked, [Asked("q2", 90)], Mentors, Now));
    }

    [Fact]
    public void Ask_NeverAsksWhoAsked() => Assert.Equal("noor", Assert.Single(Questions.Ask([], [Asked("q", 50) with { Author = "maya" }], Mentors, Now)).Mentor);

    [Fact]
    public void Ask_WithoutMentors_AsksNobody() => Assert.Empty(Questions.Ask([], [Asked("q", 50)], [], Now));

    [Fact]
    public void MedianWait_IsTheMiddleOfTheAnsweredOnes()
    {
        Assert.Null(Questions.MedianWait([Asked("q", 5)]));
        Assert.Equal(Duration.FromHours(3), Questions.MedianWait([Answered("a", 9, 1), Answered("b", 9, 3), Answered("c", 9, 8), Asked("d", 9)]));
        Assert.Equal(Duration.FromHours(2), Questions.MedianWait([Answered("a", 9, 1), Answered("b", 9, 3)]));
    }

    [Theory]
    [InlineData(11, 0, false)]
    [InlineData(12, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(0, 2, true)]
    public void Heat_IsManyPostsInAnHour_OrSeveralReportsInADay(int posts, int reports, bool hot) => Assert.Equal(hot, Heat.IsHot(posts, reports));

    [Fact]
    public void Quiet_IsNobodyBeforeTheCourseHasRunForAWeek()
    {
        var began = Now - Duration.FromDays(6);

        Assert.False(Quiet.IsQuiet(began - Duration.FromDays(20), began, Now));
        Assert.True(Quiet.IsQuiet(began - Duration.FromDays(20), began, began + Duration.FromDays(7)));
        Assert.False(Quiet.IsQuiet(Now - Duration.FromDays(6), began - Duration.FromDays(30), Now));
    }

    private static Question Asked(string thread, int hours) => new(thread, Now - Duration.FromHours(hours), null, "amina");

    private static Question Answered(string thread, int asked, int after) => Asked(thread, asked) with { FirstAnswerAt = Now - Duration.FromHours(asked - after) };
}
