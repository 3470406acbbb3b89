using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.People;
using NodaTime;

namespace CohortCourses.Tests.Domain.People;

public sealed class InvitationTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 20, 12, 0);
    private static readonly Instant Expires = Now + Duration.FromDays(14);

    private static readonly Invitation Single = Issue().Accepted();

    private static Decision<Invitation> Issue(int uses = 1, Instant? expires = null, Invitation? existing = null) =>
        Invitation.Issue(existing, "a", "spring", CohortRole.Participant, "nascent", uses, expires ?? Expires, Now);

    [Fact]
    public void Issue_WhenSound_CanBeUsed() => Assert.Null(Single.Problem(Now));

    [Fact]
    public void Issue_WhenRepeated_ChangesNothing() =>
        Assert.Equal(1, Issue(uses: 20, existing: Single.Redeem("amina", Now).Accepted()).Unchanged().MostUses);

    [Fact]
    public void Issue_WhenTheLinkOpensSomethingElse_IsRefused()
    {
        Invitation.Issue(Single, "b", "spring", CohortRole.Participant, null, 1, Expires, Now).Refused("invitation.exists");
        Invitation.Issue(Single, "a", "autumn", CohortRole.Participant, null, 1, Expires, Now).Refused("invitation.exists");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void Issue_WhenForNobodyOrTooMany_IsRefused(int uses) => Issue(uses).Refused("invitation.uses");

    [Fact]
    public void Issue_WhenItExpiresAtOnceOrAfterAYear_IsRefused()
    {
        Issue(expires: Now).Refused("invitation.expiry");
        Issue(expires: Now + Invitation.LongestLife + Duration.Epsilon).Refused("invitation.expiry");
        Issue(expires: Now + Invitation.LongestLife).Accepted();
    }

    [Fact]
    public void Redeem_WhenRepeatedByTheSamePerson_ChangesNothing() =>
        Single.Redeem("amina", Now).Accepted().Redeem("amina", Now).Unchanged();

    [Fact]
    public void Redeem_WhenRepeatedAfterItExpiredOrWasRevoked_StillChangesNothing()
    {
        var used = Single.Redeem("amina", Now).Accepted();

        used.Redeem("amina", Expires).Unchanged();
        used.Revoke().Accepted().Redeem("amina", Now).Unchanged();
    }

    [Fact]
    public void Redeem_WhenSomeoneElseWasFirst_IsRefused() => Single.Redeem("amina", Now).Accepted().Redeem("kenji", Now).Refused("invitation.used");

    [Fact]
    public void Redeem_WhenTheInstantOfExpiryHasCome_IsRefused()
    {
        Single.Redeem("amina", Expires - Duration.Epsilon).Accepted();
        Single.Redeem("amina", Expires).Refused("invitation.expired");
    }

    [Fact]
    public void Redeem_WhenRevoked_IsRefused() => Single.Revoke().Accepted().Redeem("amina", Now).Refused("invitation.revoked");

    [Fact]
    public void Redeem_WhenItIsAnOpenLink_AdmitsAsManyAsItSays()
    {
        var open = Enumerable.Range(0, 20).Aggregate(Issue(uses: 20).Accepted(), (link, n) => link.Redeem($"learner-{n}", Now).Accepted());

        open.Redeem("one-more", Now).Refused("invitation.used");
    }

    [Fact]
    public void Revoke_WhenRepeated_ChangesNothing() => Single.Revoke().Accepted().Revoke().Unchanged();
}
