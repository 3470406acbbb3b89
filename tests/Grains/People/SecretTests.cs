using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.People;

public sealed class SecretTests
{
    public static TheoryData<SecretKind> Kinds => [.. Enum.GetValues<SecretKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Get_WhenIssued_OpensWhatItWasMadeForAlsoAfterARestart(SecretKind kind)
    {
        await using var pilot = await Pilot.StartAsync();
        var secret = new SecretView(kind, "AMINA", "5f0c", "spring", ExpiresAt: null);
        await pilot.Grains.Secret("abc").Issue(secret);
        await pilot.Grains.Secret("abc").Issue(secret);

        await pilot.Restart();

        Assert.Equal(secret, await pilot.Grains.Secret("abc").Get());
    }

    [Fact]
    public async Task Get_WhenItExpired_OpensNothing()
    {
        await using var pilot = await Pilot.StartAsync();
        var secret = pilot.Grains.Secret("abc");
        await secret.Issue(new(SecretKind.Setup, null, null, null, Pilot.Sunday.AddHours(1)));

        pilot.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.NotNull(await secret.Get());
        pilot.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await secret.Get());
    }

    [Fact]
    public async Task Revoke_WhenSentTwice_LeavesNothing()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Grains.Secret("abc").Issue(new(SecretKind.AccessToken, "AMINA", "5f0c", null, null));

        await pilot.Grains.Secret("abc").Revoke();
        await pilot.Grains.Secret("abc").Revoke();

        Assert.Null(await pilot.Grains.Secret("abc").Get());
        Assert.Empty(await pilot.Store.Everything());
    }
}
