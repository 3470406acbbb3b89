using CohortCourses.Web.Organise;

namespace CohortCourses.Tests.Web.Organise;

public sealed class CohortAddressesTests
{
    [Theory]
    [InlineData(null, "Spring 2027", "spring-2027")]
    [InlineData("", "Équipe d’été — nº 3!", "equipe-d-ete-n-3")]
    [InlineData("Night Owls", "Spring", "night-owls")]
    [InlineData("--a  b--", "Spring", "a-b")]
    [InlineData(null, "ربيع ٢٠٢٧", "building-2027-03")]
    [InlineData(null, "A cohort with a name that is far too long for any address", "a-cohort-with-a-name-that-is-far-too-lon")]
    public void Propose_MakesAnAddressOfWhatThereIs(string? typed, string name, string address) =>
        Assert.Equal(address, CohortAddresses.Propose(typed, name, "building-partnerships", new(2027, 3, 1)));
}
