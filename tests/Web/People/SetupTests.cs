using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

public sealed class SetupTests
{
    private const string Passphrase = "three kind otters";

    [Fact]
    public async Task Setup_WithTheLink_MakesTheOrganiser()
    {
        await using var pilot = await TestPilot.StartAsync();
        var link = await SetupLink.CreateAsync(pilot.Grains, pilot.Clock);
        var visitor = pilot.Visit();

        var page = await visitor.SubmitAsync(link!, "main form", ("name", "omar"), ("passphrase", Passphrase), ("zone", "Africa/Cairo"));

        Assert.Equal("/organise", page.Path);
        Assert.True((await pilot.Grains.Account("OMAR").Get())!.IsOrganiser);
        Assert.NotNull((await visitor.GetAsync("/")).Document.QuerySelector("a[href='/organise']"));
        Assert.Null(await SetupLink.CreateAsync(pilot.Grains, pilot.Clock));
    }

    [Fact]
    public async Task Setup_WhenThereIsAnOrganiser_IsGone()
    {
        await using var pilot = await TestPilot.StartAsync();
        var link = await SetupLink.CreateAsync(pilot.Grains, pilot.Clock);
        var late = pilot.Visit();
        var form = await late.GetAsync(link!);
        await Setup(pilot.Visit(), link!, "omar");

        var page = await late.SubmitAsync(form, "main form", ("name", "mallory"), ("passphrase", Passphrase));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Null(await pilot.Grains.Account("MALLORY").Get());
    }

    [Fact]
    public async Task Setup_WhenAnotherTookThePlaceMeanwhile_AppointsNobody()
    {
        await using var pilot = await TestPilot.StartAsync();
        var first = await pilot.AccountAsync("omar");
        var second = await pilot.AccountAsync("mallory");
        var vault = pilot.Vault;

        var appointed = await vault.AppointAsync(first);
        var refused = await vault.AppointAsync(second);

        Assert.True(appointed.Account!.IsOrganiser);
        Assert.Equal("setup.done", refused.Outcome.Code);
        Assert.False((await pilot.Grains.Account("MALLORY").Get())!.IsOrganiser);
    }

    [Fact]
    public async Task Setup_SentAgainAfterACrashBeforeTheAppointment_GoesOn()
    {
        await using var pilot = await TestPilot.StartAsync();
        var link = await SetupLink.CreateAsync(pilot.Grains, pilot.Clock);
        await pilot.AccountAsync("omar", Passphrase);

        var page = await Setup(pilot.Visit(), link!, "omar");

        Assert.Equal("/organise", page.Path);
        Assert.True(await pilot.Grains.Catalog().HasOrganiser());
    }

    [Fact]
    public async Task Setup_WithALinkOfYesterday_IsNotFound()
    {
        await using var pilot = await TestPilot.StartAsync();
        var link = await SetupLink.CreateAsync(pilot.Grains, pilot.Clock);
        pilot.Clock.Advance(SetupLink.Life);

        Assert.Equal(HttpStatusCode.NotFound, (await pilot.Visit().GetAsync(link!)).Status);
    }

    [Fact]
    public async Task Setup_WithAnotherKindOfToken_IsNotFound()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("kenji");
        var token = Secrets.Make();
        await pilot.Vault.IssueAsync(account, CohortCourses.Contracts.People.SecretKind.AccessToken, token, "mine");

        Assert.Equal(HttpStatusCode.NotFound, (await pilot.Visit().GetAsync($"/setup/{token}")).Status);
    }

    private static Task<PageView> Setup(Visitor visitor, string link, string name) =>
        visitor.SubmitAsync(link, "main form", ("name", name), ("passphrase", Passphrase));
}
