using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Demo;

/// <summary>Makes the accounts of the six. They have no passphrase: one signs in by a link of the demo. Their mail is only written as files.</summary>
internal static class DemoAccounts
{
    public static async Task Make(IGrainFactory grains, DemoPerson person, string learner, DateTimeOffset now)
    {
        var name = SignInName.Normalise(person.Name);
        var token = Secrets.Hash(person.Token);
        var mail = $"{person.Name}@example.org";
        DemoStage.Need(await grains.Learner(learner).Register(new("en", person.Zone, Digest: DigestRhythm.Daily)));
        DemoStage.Need(await grains.Mailbox(learner).Name(mail));
        DemoStage.Need(await grains.Mailbox(learner).Confirm(mail));
        DemoStage.Need(await grains.Account(name).Save(
            new(person.Name, name, learner, mail, IsOrganiser: person.Role is null, PasswordHash: null, NewStamp(), NewStamp(), FailedSignIns: 0, LockedUntil: null,
                [new(token, SecretKind.AccessToken, "demo", Cohort: null, now)]),
            expectedStamp: null));
        await grains.Secret(token).Issue(new(SecretKind.AccessToken, name, learner, Cohort: null, ExpiresAt: null));
        if (person.Role is null)
        {
            DemoStage.Need(await grains.Catalog().AppointOrganiser(learner));
        }
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
