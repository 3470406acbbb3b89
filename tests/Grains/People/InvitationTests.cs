using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.People;

public sealed class InvitationTests
{
    private static readonly NewInvitation Single = new("a", "spring", CohortRole.Mentor, "emerging", MostUses: 1, Pilot.Sunday.AddDays(14));

    [Fact]
    public async Task Issue_WhenSentTwice_IsOneInvitation()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);

        (await pilot.Grains.Invitation("hash").Issue(Single)).Accepted();
        (await pilot.Grains.Invitation("hash").Issue(Single)).Accepted();
        (await pilot.Grains.Invitation("hash").Issue(Single with { Id = "b" })).Refused("invitation.exists");
        await pilot.Restart();

        Assert.Equal(
            new InvitationView("hash", "a", "spring", CohortRole.Mentor, "emerging", 1, Uses: 0, Pilot.Sunday, Pilot.Sunday.AddDays(14), Problem: null),
            await pilot.Grains.Invitation("hash").Get());
    }

    [Fact]
    public async Task Redeem_WhenManyHoldTheLink_LetsOneInAndThatOneMayRetry()
    {
        await using var pilot = await Pilot.StartAsync();
        var invitation = pilot.Grains.Invitation("hash");
        await invitation.Issue(Single);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => invitation.Redeem($"learner-{n}")));

        Assert.Single(outcomes, outcome => outcome.Accepted);
        (await invitation.Redeem($"learner-{Array.FindIndex(outcomes, outcome => outcome.Accepted)}")).Accepted();
        var view = (await invitation.Get())!;
        Assert.Equal((1, "invitation.used"), (view.Uses, view.Problem));
    }

    [Theory]
    [InlineData(Fault.BeforeItIsKept)]
    [InlineData(Fault.AfterItIsKept)]
    public async Task Redeem_WhenTheProcessDiesInTheMiddle_MayBeRepeated(Fault fault)
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Grains.Invitation("hash").Issue(Single);
        pilot.Store.FailNext("invitation", fault);
        await Faults.Reach(() => pilot.Grains.Invitation("hash").Redeem("amina"));
        await pilot.Restart();

        (await pilot.Grains.Invitation("hash").Redeem("amina")).Accepted();

        (await pilot.Grains.Invitation("hash").Redeem("kenji")).Refused("invitation.used");
    }

    [Fact]
    public async Task Invitation_WhenNeverMade_IsNothing()
    {
        await using var pilot = await Pilot.StartAsync();

        Assert.Null(await pilot.Grains.Invitation("guess").Get());
        (await pilot.Grains.Invitation("guess").Redeem("amina")).Refused("invitation.unknown");
        (await pilot.Grains.Invitation("guess").Revoke()).Refused("invitation.unknown");
    }

    [Fact]
    public async Task Revoke_WhenSentTwice_ShutsTheLink()
    {
        await using var pilot = await Pilot.StartAsync();
        var invitation = pilot.Grains.Invitation("hash");
        await invitation.Issue(Single);

        (await invitation.Revoke()).Accepted();
        (await invitation.Revoke()).Accepted();

        (await invitation.Redeem("amina")).Refused("invitation.revoked");
    }

    [Fact]
    public async Task Book_WhenInvitationsWereNoted_ListsTheNewestFirstAndForgetsOldOnes()
    {
        await using var pilot = await Pilot.StartAsync();
        var book = pilot.Grains.InvitationBook("spring");
        foreach (var (hash, days) in new[] { ("one", 1), ("two", 20) })
        {
            await pilot.Grains.Invitation(hash).Issue(Single with { Id = hash, ExpiresAt = Pilot.Sunday.AddDays(days) });
            (await book.Note(hash, Pilot.Sunday.AddDays(days))).Accepted();
            (await book.Note(hash, Pilot.Sunday.AddDays(days))).Accepted();
        }

        Assert.Equal(["two", "one"], (await book.List()).Select(invitation => invitation.Hash));
        pilot.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(["two"], (await book.List()).Select(invitation => invitation.Hash));
    }

    [Fact]
    public async Task Book_WhenFiveHundredStand_IsFullUntilTheyAreForgotten()
    {
        await using var pilot = await Pilot.StartAsync();
        var book = pilot.Grains.InvitationBook("spring");
        for (var n = 0; n < 500; n++)
        {
            (await book.Note($"hash-{n}", Pilot.Sunday.AddDays(1))).Accepted();
        }

        (await book.Note("one-more", Pilot.Sunday.AddDays(90))).Refused("invitation.too-many");
        pilot.Clock.Advance(TimeSpan.FromDays(31));
        (await book.Note("one-more", Pilot.Sunday.AddDays(90))).Accepted();
    }
}
