using CohortCourses.Contracts;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class JoiningTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invitation_OpenedOnAPhone_LeadsIntoTheCohortUnderAPseudonym(bool script)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.SmallPhone, script);

        await phone.OpenAsync($"/join/{token}");
        await phone.Page.GetByLabel("Name to go by").FillAsync("Quiet Baobab");
        await phone.Page.GetByLabel("Sign-in name").FillAsync("quiet-baobab");
        await phone.Page.GetByLabel("Passphrase").FillAsync("seven drums at the river");
        await phone.PressAsync(phone.Button("Join"));

        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Uri(pilot.Address, "/c/spring").ToString());
        await phone.PressAsync(phone.Link("People"));
        await Assertions.Expect(phone.Page.GetByText("Quiet Baobab")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Invitation_WithAPassphraseThatIsTooShort_KeepsWhatWasTyped()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.Phone, script: false);

        await phone.OpenAsync($"/join/{token}");
        await phone.Page.GetByLabel("Name to go by").FillAsync("Quiet Baobab");
        await phone.Page.GetByLabel("Sign-in name").FillAsync("quiet-baobab");
        await phone.Page.GetByLabel("Passphrase").FillAsync("short");
        await phone.PressAsync(phone.Button("Join"));

        await Assertions.Expect(phone.Page.GetByLabel("Name to go by")).ToHaveValueAsync("Quiet Baobab");
        await Assertions.Expect(phone.Page.GetByLabel("Sign-in name")).ToHaveValueAsync("quiet-baobab");
        Assert.Null(await pilot.Grains.Account("QUIET-BAOBAB").Get());
    }

    [Fact]
    public async Task OwnPages_OnASmallPhone_AreFitToUse()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var phone = await chromium.OpenAsync(pilot, Screen.SmallPhone);
        await phone.SignInAsync(await pilot.JoinAsync("amina", "spring"), pilot.Address);

        foreach (var path in new[] { "/", "/me", "/me/passphrase", "/me/tokens", "/me/erase", "/c/spring/me", "/c/spring/people" })
        {
            await phone.OpenAsync(path);
        }
    }
}
