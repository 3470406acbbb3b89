using CohortCourses.Domain.Courses;

namespace CohortCourses.Tests.Domain.Courses;

public sealed class CompletionRuleTests
{
    [Theory]
    [InlineData(0, 8, 6, false)]
    [InlineData(5, 8, 6, false)]
    [InlineData(6, 8, 6, true)]
    [InlineData(8, 8, 6, true)]
    public void Apply_WhenEnoughModulesAreMarked_IsCompleteAndSaysHowFar(int done, int openable, int needed, bool complete) =>
        Assert.Equal(new CompletionStanding(done, needed, complete), new CompletionRule(6).Apply(done, openable));

    [Fact]
    public void Apply_WhenWeeksWereSkipped_NeverAsksForMoreThanOpens() =>
        Assert.Equal(new CompletionStanding(4, 4, Complete: true), new CompletionRule(6).Apply(completed: 4, openable: 4));

    [Theory]
    [InlineData(6, "", false, "after before")]
    [InlineData(6, "before", false, "after")]
    [InlineData(5, "before after", false, "")]
    [InlineData(6, "after before weekly-pulse", true, "")]
    public void Apply_WhereFormsAreAskedFor_IsCompleteOnceTheyAreAnswered(int done, string answered, bool complete, string missing)
    {
        var standing = new CompletionRule(6) { Forms = ["after", "before"] }.Apply(done, 8, answered.Split(' '));

        Assert.Equal((complete, missing), (standing.Complete, string.Join(' ', standing.FormsMissing)));
    }
}
