using CohortCourses.Contracts.Cohorts;

namespace CohortCourses.Grains.Evaluation;

/// <summary>The weeks that have opened, counted from 1 in their order: a skipped one does not count.</summary>
internal sealed class OpenWeeks(CohortView cohort, DateTimeOffset now)
{
    private readonly ImmutableArray<WeekView> weeks = [.. cohort.Weeks.Where(week => week.IsOpenAt(now))];

    public int Count => weeks.Length;

    public ImmutableArray<int> Numbers => [.. weeks.Select(week => week.Number)];

    /// <summary>Which one was the newest at an instant; 0 before the first.</summary>
    public int At(DateTimeOffset at) => weeks.Count(week => week.OpensAt <= at);

    /// <summary>The place of a week of the course among those that opened.</summary>
    public int PlaceOf(int number) => weeks.Count(week => week.Number <= number);

    /// <summary>The number in the course; 0 for the time before the first.</summary>
    public int NumberOf(int place) => place == 0 ? 0 : weeks[place - 1].Number;
}
