using CohortCourses.Content.Courses;

namespace CohortCourses.Tests.Content.Courses;

public sealed class RealCoursesTests
{
    [Theory]
    [InlineData("building-partnerships")]
    [InlineData("safer-communities")]
    public void Load_OfACourseOfThisRepository_HasNoErrors(string course)
    {
        var reading = CourseReader.Load(Path.Combine(RepositoryFolder.Content, course));

        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(8, reading.Revision?.Weeks.Length);
    }
}
