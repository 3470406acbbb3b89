using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Learners;

/// <summary>A place is taken in two documents: the learner's record, then the cohort's roster. Whatever dies between, a retry repairs.</summary>
public sealed class JoinRepairTests
{
    private static readonly JoinCohort AsAmina = new("spring", "Amina", CohortRole.Participant, null);

    public static TheoryData<string, Fault> Deaths => new()
    {
        { "cohort", Fault.BeforeItIsKept },
        { "cohort", Fault.AfterItIsKept },
        { "learner", Fault.BeforeItIsKept },
        { "learner", Fault.AfterItIsKept },
    };

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Join_WhenTheProcessDiesInTheMiddle_IsRepairedByTryingAgain(string kind, Fault fault)
    {
        await using var pilot = await DiedWhileJoining(kind, fault);

        (await pilot.Grains.Learner("amina").Join(AsAmina)).Accepted();

        Assert.Equal(["amina"], (await pilot.Grains.Cohort("spring").Roster()).Select(member => member.Learner));
        Assert.Equal("Amina", await pilot.Grains.Learner("amina").HandleIn("spring"));
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Join_WhenTriedAgainUnderAnotherName_ReservesTheNameThatIsShown(string kind, Fault fault)
    {
        await using var pilot = await DiedWhileJoining(kind, fault);

        (await pilot.Grains.Learner("amina").Join(AsAmina with { Handle = "Mina" })).Accepted();

        var shown = (await pilot.Grains.Learner("amina").HandleIn("spring"))!;
        var kenji = await pilot.Register("kenji");
        (await kenji.Join(AsAmina with { Handle = shown })).Refused("handle.taken");
        (await kenji.Join(AsAmina with { Handle = shown == "Mina" ? "Amina" : "Mina" })).Accepted();
    }

    /// <summary>Only what the cohort kept is a place. Nobody sits on a seat without knowing it.</summary>
    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Join_WhenTheProcessDiesInTheMiddleAndNobodyTriesAgain_TakesNoSeatThatNobodyHas(string kind, Fault fault)
    {
        await using var pilot = await DiedWhileJoining(kind, fault, seats: 1);

        var kenji = await (await pilot.Register("kenji")).Join(AsAmina with { Handle = "Kenji" });

        var hasPlace = await pilot.Grains.Learner("amina").Enrolment("spring") is not null;
        Assert.Equal(hasPlace, !kenji.Accepted);
        Assert.Equal((kind, fault) == ("cohort", Fault.AfterItIsKept), hasPlace);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Leave_WhenTheProcessDiesInTheMiddle_IsRepairedByTryingAgain(string kind, Fault fault)
    {
        await using var pilot = await DiedWhile(kind, fault, amina => amina.Leave("spring"));

        (await pilot.Grains.Learner("amina").Leave("spring")).Accepted();

        Assert.Empty(await pilot.Grains.Cohort("spring").Roster());
        Assert.Empty((await pilot.Grains.Learner("amina").Get())!.Cohorts);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Rename_WhenTheProcessDiesInTheMiddle_IsRepairedByTryingAgain(string kind, Fault fault)
    {
        await using var pilot = await DiedWhile(kind, fault, amina => amina.Rename("spring", "Mina"));

        (await pilot.Grains.Learner("amina").Rename("spring", "Mina")).Accepted();

        Assert.Equal("Mina", await pilot.Grains.Learner("amina").HandleIn("spring"));
        (await (await pilot.Register("kenji")).Join(AsAmina with { Handle = "Mina" })).Refused("handle.taken");
        (await (await pilot.Register("noor")).Join(AsAmina)).Accepted();
    }

    /// <summary>The name that is shown is the one that nobody else can take, and the other is free.</summary>
    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Rename_WhenTheProcessDiesInTheMiddleAndNobodyTriesAgain_ShowsTheNameThatIsReserved(string kind, Fault fault)
    {
        await using var pilot = await DiedWhile(kind, fault, amina => amina.Rename("spring", "Mina"));

        var shown = (await pilot.Grains.Learner("amina").HandleIn("spring"))!;

        var kenji = await pilot.Register("kenji");
        (await kenji.Join(AsAmina with { Handle = shown })).Refused("handle.taken");
        (await kenji.Join(AsAmina with { Handle = shown == "Mina" ? "Amina" : "Mina" })).Accepted();
    }

    [Fact]
    public async Task Rename_WhenCutShortAndTheNameWasTakenMeanwhile_KeepsTheOldOne()
    {
        await using var pilot = await DiedWhile("cohort", Fault.BeforeItIsKept, amina => amina.Rename("spring", "Mina"));
        (await (await pilot.Register("kenji")).Join(AsAmina with { Handle = "Mina" })).Accepted();

        Assert.Equal("Amina", await pilot.Grains.Learner("amina").HandleIn("spring"));
        (await (await pilot.Register("noor")).Join(AsAmina)).Refused("handle.taken");
    }

    /// <summary>The process lives on: whoever asks next is told the name that the roster has.</summary>
    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Rename_WhenAWriteFails_IsDoneByWhoeverAsksNext(string kind, Fault fault)
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        var amina = await pilot.Join("amina");
        pilot.Store.FailNext(kind, fault);
        await Faults.Reach(() => amina.Rename("spring", "Mina"));

        var shown = (await amina.HandleIn("spring"))!;

        Assert.Equal((kind, fault) == ("learner", Fault.BeforeItIsKept) ? "Amina" : "Mina", shown);
        (await (await pilot.Register("kenji")).Join(AsAmina with { Handle = shown })).Refused("handle.taken");
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Erase_WhenTheProcessDiesInTheMiddle_IsRepairedByTryingAgain(string kind, Fault fault)
    {
        await using var pilot = await DiedWhile(kind, fault, amina => amina.Erase());

        await pilot.Grains.Learner("amina").Erase();

        Assert.Null(await pilot.Grains.Learner("amina").Get());
        Assert.Empty(await pilot.Grains.Cohort("spring").Roster());
    }

    private static async Task<Pilot> DiedWhileJoining(string kind, Fault fault, int seats = 3)
    {
        var pilot = await Pilot.StartAsync();
        await pilot.Found(plan: Pilot.Spring with { Seats = seats });
        await pilot.Register("amina");
        await Die(pilot, kind, fault, amina => amina.Join(AsAmina));
        return pilot;
    }

    private static async Task<Pilot> DiedWhile(string kind, Fault fault, Func<ILearnerGrain, Task> command)
    {
        var pilot = await Pilot.StartAsync();
        await pilot.Found();
        await pilot.Join("amina");
        await Die(pilot, kind, fault, command);
        return pilot;
    }

    private static async Task Die(Pilot pilot, string kind, Fault fault, Func<ILearnerGrain, Task> command)
    {
        pilot.Store.FailNext(kind, fault);
        await Faults.Reach(() => command(pilot.Grains.Learner("amina")));
        await pilot.Restart();
    }
}
