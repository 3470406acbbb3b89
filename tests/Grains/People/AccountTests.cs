using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.People;

public sealed class AccountTests
{
    private static readonly AccountRecord Amina = new(
        "amina", "AMINA", "5f0c", "amina@example.org", IsOrganiser: false, "hash", "security", "stamp-1", 0, null,
        [new("abc", SecretKind.Calendar, "Phone", "spring", Pilot.Sunday)]);

    [Fact]
    public async Task Save_WhenTheNameIsFree_MakesTheAccount()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);

        (await pilot.Grains.Account("AMINA").Save(Amina, expectedStamp: null)).Accepted();
        await pilot.Restart();

        var kept = (await pilot.Grains.Account("AMINA").Get())!;
        Assert.Equal(Amina.Secrets, kept.Secrets);
        Assert.Equal(Amina, kept with { Secrets = Amina.Secrets });
    }

    [Fact]
    public async Task Save_WhenSentTwice_IsAcceptedAndWrittenOnce()
    {
        await using var pilot = await Pilot.StartAsync();
        var account = pilot.Grains.Account("AMINA");

        (await account.Save(Amina, null)).Accepted();
        (await account.Save(Amina, null)).Accepted();
        (await account.Save(Amina with { ConcurrencyStamp = "stamp-2" }, "stamp-1")).Accepted();
        (await account.Save(Amina with { ConcurrencyStamp = "stamp-2" }, "stamp-1")).Accepted();

        Assert.Equal(2, pilot.Store.Writes("account"));
    }

    [Fact]
    public async Task Save_WhenTheNameIsTaken_IsRefused()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Grains.Account("AMINA").Save(Amina, null);

        (await pilot.Grains.Account("AMINA").Save(Amina with { Learner = "other", ConcurrencyStamp = "stamp-9" }, null)).Refused("account.exists");
    }

    [Fact]
    public async Task Save_WhenAnotherWroteMeanwhile_IsRefused()
    {
        await using var pilot = await Pilot.StartAsync();
        var account = pilot.Grains.Account("AMINA");
        await account.Save(Amina, null);
        await account.Save(Amina with { ConcurrencyStamp = "stamp-2", FailedSignIns = 1 }, "stamp-1");

        (await account.Save(Amina with { ConcurrencyStamp = "stamp-3" }, "stamp-1")).Refused("account.stale");

        Assert.Equal(1, (await account.Get())!.FailedSignIns);
    }

    [Fact]
    public async Task Erase_WhenSentTwice_LeavesNothingAndFreesTheName()
    {
        await using var pilot = await Pilot.StartAsync();
        var account = pilot.Grains.Account("AMINA");
        await account.Save(Amina, null);

        await account.Erase();
        await account.Erase();

        Assert.Null(await account.Get());
        Assert.Empty(await pilot.Store.Everything());
        (await account.Save(Amina, null)).Accepted();
    }
}
