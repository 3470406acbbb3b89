using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class OrganisingTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Pages_OfOrganisersAndInstructors_FitAPhoneAndAreAccessible(string language)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var kenji = await pilot.JoinAsync("kenji", "spring");
        await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        var omar = await pilot.OrganiserAsync();
        await pilot.Grains.Learner(omar.Learner).Prefer(new(language, "Africa/Cairo"));
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone);
        await phone.SignInAsync(omar, pilot.Address);

        foreach (var path in new[] { "/organise", "/organise/new", "/c/spring/manage", "/c/spring/manage/schedule", "/c/spring/manage/invitations", "/c/spring/manage/people", $"/c/spring/manage/people/{kenji.Learner}" })
        {
            await phone.OpenAsync(path);
            Assert.Equal(language, await phone.Page.Locator("html").GetAttributeAsync("lang"));
            await Assertions.Expect(phone.Page.Locator("h1")).ToHaveCountAsync(1);
        }
    }
}
