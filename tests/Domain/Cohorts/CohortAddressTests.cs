using CohortCourses.Domain.Cohorts;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class CohortAddressTests
{
    [Theory]
    [InlineData("x1")]
    [InlineData("spring-2027")]
    [InlineData("a-name-that-has-forty-letters-in-all-now")]
    public void Check_WhenItCanStandInALink_IsFine(string address) => Assert.Null(CohortAddress.Check(address));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("Spring")]
    [InlineData("spring 2027")]
    [InlineData("-spring")]
    [InlineData("spring-")]
    [InlineData("spring--2027")]
    [InlineData("printemps-été")]
    [InlineData("a/b")]
    [InlineData("a-name-that-has-more-letters-than-forty-1")]
    public void Check_WhenItCanNot_IsRefused(string address) => CohortAddress.Check(address).Refused("cohort.address");
}
