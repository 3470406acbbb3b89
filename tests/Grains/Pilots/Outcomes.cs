using CohortCourses.Contracts;

namespace CohortCourses.Tests.Grains.Pilots;

internal static class Outcomes
{
    public static void Accepted(this Outcome outcome) => Assert.Null(outcome.Code);

    public static void Refused(this Outcome outcome, string code) => Assert.Equal(code, outcome.Code);
}
