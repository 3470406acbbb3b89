using CohortCourses.Content.Translations;

namespace CohortCourses.Tests.Content.Translations;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData(366, 0, 0, 100, true)]
    [InlineData(365, 1, 0, 99, false)]
    [InlineData(365, 0, 1, 99, false)]
    [InlineData(1, 0, 2, 33, false)]
    [InlineData(0, 3, 0, 0, false)]
    [InlineData(0, 0, 0, 100, true)]
    public void Percent_IsAHundredOnlyWhenComplete(int translated, int stale, int missing, int percent, bool isComplete)
    {
        var completeness = new Completeness(translated, stale, missing);

        Assert.Equal((percent, isComplete), (completeness.Percent, completeness.IsComplete));
    }
}
