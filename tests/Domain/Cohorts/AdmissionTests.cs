using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class AdmissionTests
{
    private static readonly Cohort Full = Spring.With("amina", "kenji", "lucia");

    private static Decision<Cohort> Join(Cohort cohort, string name, CohortRole role = CohortRole.Participant, string? track = null, string? mark = null) =>
        cohort.Admit(name, role, track, mark ?? $"mark-{name}", Founded);

    [Fact]
    public void Admit_WhenASeatIsFree_PutsTheLearnerOnTheRoster()
    {
        var joined = Join(Spring, "amina", track: "nascent").Accepted();

        Assert.Equal(new Membership(CohortRole.Participant, "nascent", "mark-amina", Founded), joined.Members["amina"]);
    }

    [Fact]
    public void Admit_WhenRepeated_ChangesNothing() =>
        Full.Admit("amina", CohortRole.Participant, null, "mark-amina", At(2, 20)).Unchanged();

    [Fact]
    public void Admit_WhenRepeatedAfterTheEnd_StillChangesNothing() =>
        Full.Admit("amina", CohortRole.Participant, null, "mark-amina", At(6, 1)).Unchanged();

    [Fact]
    public void Admit_WhenTheLastSeatIsTaken_IsRefusedAsFull() => Join(Full, "noor").Refused("cohort.full");

    [Fact]
    public void Admit_WhenSomeoneLeft_GivesTheirSeatAway() =>
        Join(Full.Remove("kenji", Founded).Accepted(), "noor").Accepted();

    [Theory]
    [InlineData(CohortRole.Mentor)]
    [InlineData(CohortRole.Instructor)]
    [InlineData(CohortRole.Evaluator)]
    public void Admit_WhenSomeoneComesToHelp_TakesNoSeat(CohortRole role) => Join(Full, "maya", role).Accepted();

    [Fact]
    public void Admit_WhenTheCourseIsUnderWay_IsStillPossible() =>
        Spring.Admit("amina", CohortRole.Participant, null, "mark-amina", At(3, 29)).Accepted();

    [Fact]
    public void Admit_WhenTheCohortIsOver_IsRefused() =>
        Spring.Admit("amina", CohortRole.Participant, null, "mark-amina", Spring.Schedule.EndsAt).Refused("cohort.over");

    [Fact]
    public void Admit_WhenTheTrackIsUnknown_IsRefusedAndNamesIt() =>
        Assert.Equal("expert", Join(Spring, "amina", track: "expert").Refused("cohort.track").Args["track"]);

    [Fact]
    public void Admit_WhenTheNameIsTaken_IsRefused() =>
        Join(Spring.With("amina"), "noor", mark: "mark-amina").Refused("handle.taken");

    [Fact]
    public void Admit_WhenRetriedUnderAnotherName_KeepsTheNewNameForThem()
    {
        var retried = Join(Spring.With("amina"), "amina", mark: "mark-mina").Accepted();

        Assert.Equal("mark-mina", retried.Members["amina"].HandleMark);
        Join(retried, "noor", mark: "mark-mina").Refused("handle.taken");
    }

    [Fact]
    public void Admit_WhenRetriedUnderANameThatIsTaken_IsRefused() =>
        Join(Spring.With("amina", "kenji"), "amina", mark: "mark-kenji").Refused("handle.taken");
}
