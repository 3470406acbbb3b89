using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.People;
using CohortCourses.Storage;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.People;

/// <summary>Looks into everything that is stored for what it says about one person.</summary>
public sealed class ErasureTests
{
    private const string Learner = "5f0c2b7e9a";

    private static readonly string[] Identity = ["amina.diallo", "AMINA.DIALLO", "amina@example.org"];

    private static readonly string[] Handles = ["Moonlight", "Morning"];

    [Fact]
    public async Task Vault_OfSomebodyWhoDidEverything_IsTheOnlyPlaceThatSaysWhoSheIs()
    {
        await using var pilot = await WithAmina();

        Assert.Equal(["account", "secret"], await Holding(pilot, Identity));
        Assert.Equal(["learner"], await Holding(pilot, Handles));
        Assert.Equal(["account", "announcements", "catalog", "cohort", "invitation", "learner", "secret"], await Holding(pilot, Learner));
    }

    [Fact]
    public async Task Erase_OfSomebodyWhoDidEverything_LeavesAnIdThatLeadsNowhere()
    {
        await using var pilot = await WithAmina();

        foreach (var secret in (await pilot.Grains.Account("AMINA.DIALLO").Get())!.Secrets)
        {
            await pilot.Grains.Secret(secret.Hash).Revoke();
        }

        await pilot.Grains.Learner(Learner).Erase();
        await pilot.Grains.Learner(Learner).Erase();
        await pilot.Grains.Catalog().ReleaseOrganiser(Learner);
        await pilot.Grains.Account("AMINA.DIALLO").Erase();

        Assert.Empty(await Holding(pilot, [.. Identity, .. Handles]));
        Assert.Equal(["announcements", "cohort", "invitation"], await Holding(pilot, Learner));
        Assert.Empty(await pilot.Grains.Cohort("spring").Roster());
    }

    /// <summary>Somebody who organises, learns in two cohorts, writes, changes the calendar, and holds secrets.</summary>
    private static async Task<Pilot> WithAmina()
    {
        var pilot = await Pilot.StartAsync();
        await pilot.Found();
        await pilot.Found("autumn", Pilot.Spring with { FirstDay = new(2026, 9, 7) });
        var amina = await pilot.Register(Learner);
        await pilot.Grains.Secret("token").Issue(new(SecretKind.AccessToken, "AMINA.DIALLO", Learner, null, null));
        var account = new AccountRecord("amina.diallo", "AMINA.DIALLO", Learner, "amina@example.org", IsOrganiser: true, "hash", "security", "stamp", 0, null, [new("token", SecretKind.AccessToken, "Script", null, Pilot.Sunday)]);
        (await pilot.Grains.Account("AMINA.DIALLO").Save(account, expectedStamp: null)).Accepted();
        (await pilot.Grains.Catalog().AppointOrganiser(Learner)).Accepted();
        (await pilot.Grains.Invitation("hash").Issue(new("i", "spring", CohortRole.Participant, null, 1, Pilot.Sunday.AddDays(9)))).Accepted();
        (await pilot.Grains.InvitationBook("spring").Note("hash", Pilot.Sunday.AddDays(9))).Accepted();
        (await pilot.Grains.Invitation("hash").Redeem(Learner)).Accepted();
        (await amina.Join(new("spring", "Moonlight", CohortRole.Participant, null))).Accepted();
        (await amina.Join(new("autumn", "Morning", CohortRole.Instructor, null))).Accepted();
        (await pilot.Grains.Cohort("spring").Reschedule(new("c", ScheduleChangeKind.Skip, 8), Learner)).Accepted();
        (await pilot.Grains.NoticeBoard("spring").Announce(new("n", Learner, "Welcome.", "en"))).Accepted();
        pilot.Clock.JumpTo(Pilot.Monday);
        (await amina.Complete("spring", 1)).Accepted();
        return pilot;
    }

    /// <summary>The kinds of stored documents with one of the words in their text or key.</summary>
    private static async Task<IEnumerable<string>> Holding(Pilot pilot, params string[] words) => (await pilot.Store.Everything())
        .Where(document => words.Any(word => Text(document).Contains(word, StringComparison.Ordinal)))
        .Select(document => document.Kind)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static string Text(StoredDocument document) => $"{document.Key} {Encoding.UTF8.GetString(document.Body.Span)}";
}
