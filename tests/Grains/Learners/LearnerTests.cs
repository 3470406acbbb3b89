using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Learners;

public sealed class LearnerTests
{
    [Fact]
    public async Task Register_WhenSentTwice_KeepsWhatWasFirst()
    {
        await using var pilot = await Pilot.StartAsync();
        var amina = await pilot.Register("amina");

        (await amina.Register(new("en", "Europe/Berlin"))).Accepted();

        Assert.Equal("fr", (await amina.Get())!.Preferences.Language);
    }

    [Fact]
    public async Task Prefer_WhenSentTwice_IsWrittenOnce()
    {
        await using var pilot = await Pilot.StartAsync();
        var amina = await pilot.Register("amina");

        (await amina.Prefer(new("ar", "Africa/Cairo", Mail: false))).Accepted();
        (await amina.Prefer(new("ar", "Africa/Cairo", Mail: false))).Accepted();

        Assert.Equal(2, pilot.Store.Writes("learner"));
        Assert.Equal(new PreferencesView("ar", "Africa/Cairo", Mail: false), (await amina.Get())!.Preferences);
    }

    [Fact]
    public async Task Learner_WhenThereIsNone_IsNothingAndRefusesEverything()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        var nobody = pilot.Grains.Learner("nobody");

        Assert.Null(await nobody.Get());
        Assert.Null(await nobody.Enrolment("spring"));
        (await nobody.Join(new("spring", "Nobody", CohortRole.Participant, null))).Refused("learner.unknown");
        (await nobody.Complete("spring", 1)).Refused("enrolment.not-enrolled");
        Assert.Empty(await pilot.Grains.Cohort("spring").Roster());
    }

    [Fact]
    public async Task Join_WhenSentTwice_IsOnePlaceUnderTheFirstName()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        var amina = await pilot.Join("amina");

        (await amina.Join(new("spring", "Mina", CohortRole.Mentor, null))).Accepted();

        var view = (await amina.Enrolment("spring"))!;
        Assert.Single(await pilot.Grains.Cohort("spring").Roster());
        Assert.Equal(("Amina", CohortRole.Participant), (view.Handle, view.Role));
        (await (await pilot.Register("noor")).Join(new("spring", "mina", CohortRole.Participant, null))).Accepted();
    }

    [Fact]
    public async Task Join_AfterHavingBeenTakenOut_BringsTheWorkBack_UnderAnotherNameWhereTheirsIsTaken()
    {
        await using var pilot = await Pilot.StartAsync();
        var cohort = await pilot.Found();
        var amina = await pilot.Join("amina");
        pilot.Clock.JumpTo(Pilot.Monday.AddDays(1));
        (await amina.Complete("spring", 1)).Accepted();
        (await cohort.Remove("amina")).Accepted();
        (await (await pilot.Register("noor")).Join(new("spring", "Amina", CohortRole.Participant, null))).Accepted();

        (await amina.Join(new("spring", "Amina", CohortRole.Participant, null))).Refused("handle.taken");
        (await amina.Join(new("spring", "Mina", CohortRole.Participant, null, Research: true))).Accepted();
        (await amina.Join(new("spring", "Mina", CohortRole.Participant, null, Research: true))).Accepted();

        var back = (await amina.Enrolment("spring"))!;
        Assert.Equal(("Mina", 1, true), (back.Handle, back.Done, back.Research));
        Assert.Equal("amina", (await cohort.Named("Mina"))!.Learner);
        Assert.Equal("noor", (await cohort.Named("Amina"))!.Learner);
    }

    [Fact]
    public async Task Join_WhenRefused_LeavesNothingBehind()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found(plan: Pilot.Spring with { Seats = 1 });
        await pilot.Join("kenji");
        var amina = await pilot.Register("amina");

        (await amina.Join(new("spring", "Amina", CohortRole.Participant, null))).Refused("cohort.full");

        Assert.Empty((await amina.Get())!.Cohorts);
    }

    [Fact]
    public async Task Research_WhenAgreedToAtJoining_CanBeTakenBackTwice()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        var amina = await pilot.Register("amina");
        (await amina.AgreeToResearch("spring", agrees: true)).Refused("enrolment.not-enrolled");
        (await amina.Join(new("spring", "Amina", CohortRole.Participant, null, Research: true))).Accepted();
        Assert.True((await amina.Enrolment("spring"))!.Research);

        (await amina.AgreeToResearch("spring", agrees: false)).Accepted();
        (await amina.AgreeToResearch("spring", agrees: false)).Accepted();

        Assert.False((await amina.Enrolment("spring"))!.Research);
    }

    [Fact]
    public async Task Rename_WhenSentTwice_FreesTheOldNameForOthers()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        var amina = await pilot.Join("amina");

        (await amina.Rename("spring", "Mina")).Accepted();
        (await amina.Rename("spring", "Mina")).Accepted();
        (await amina.Rename("spring", "\u202Eanima")).Refused("handle.unreadable");

        Assert.Equal("Mina", await amina.HandleIn("spring"));
        (await (await pilot.Register("noor")).Join(new("spring", "Amina", CohortRole.Participant, null))).Accepted();
    }

    [Fact]
    public async Task Leave_WhenSentTwice_FreesTheSeat()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        var amina = await pilot.Join("amina");

        (await amina.Leave("spring")).Accepted();
        (await amina.Leave("spring")).Accepted();

        Assert.Null(await amina.Enrolment("spring"));
        Assert.Empty(await pilot.Grains.Cohort("spring").Roster());
    }
}
