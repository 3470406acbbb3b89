using CohortCourses.Domain.Cohorts;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class CohortAddressTests
{
    [Theory]
    [InlineData("s1")]
    [InlineData("spring-2026")]
    [InlineData("2026")]
    public void Check_WhenItCanBeReadOutAndTyped_IsAccepted(string address) => Assert.Null(CohortAddress.Check(address));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("Spring")]
    [InlineData("spring 2026")]
    [InlineData("-spring")]
    [InlineData("spring-")]
    [InlineData("spring--2026")]
    [InlineData("été")]
    [InlineData("../me")]
    [InlineData("an-address-that-nobody-would-want-to-type1")]
    public void Check_WhenItCannot_IsRefused(string address) => CohortAddress.Check(address).Refused("cohort.address");
}
