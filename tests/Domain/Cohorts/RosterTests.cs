using CohortCourses.Domain.Cohorts;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class RosterTests
{
    private static readonly Cohort Full = Spring.With("amina", "kenji", "lucia");

    [Fact]
    public void Remove_WhenInTheCohort_FreesSeatAndName() =>
        Full.Remove("amina", Founded).Accepted().Admit("noor", CohortRole.Participant, null, "mark-amina", Founded).Accepted();

    [Fact]
    public void Remove_WhenRepeated_ChangesNothing() => Full.Remove("amina", Founded).Accepted().Remove("amina", Founded).Unchanged();

    [Fact]
    public void Remove_WhileTheCourseRuns_IsCountedByWeekAndTrack_WithoutWho()
    {
        var inWeekTwo = Full.Schedule.Weeks[1].OpensAt;

        var left = Full.Remove("amina", Founded).Accepted().Remove("kenji", inWeekTwo).Accepted().Remove("lucia", inWeekTwo).Accepted();
        var after = Full.Remove("amina", Full.Schedule.EndsAt).Accepted();

        Assert.Equal([new Departure(2, null, 2)], left.Departures);
        Assert.Empty(after.Departures);
    }

    [Fact]
    public void Rename_WhenTheNameIsFree_GivesTheOldOneBack()
    {
        var renamed = Full.Rename("amina", "mark-mina").Accepted();

        renamed.Rename("kenji", "mark-mina").Refused("handle.taken");
        renamed.Rename("kenji", "mark-amina").Accepted();
    }

    [Fact]
    public void Rename_WhenRepeated_ChangesNothing() =>
        Full.Rename("amina", "mark-mina").Accepted().Rename("amina", "mark-mina").Unchanged();

    [Fact]
    public void Rename_WhenTheNameIsTaken_IsRefused() => Full.Rename("amina", "mark-kenji").Refused("handle.taken");

    [Fact]
    public void Rename_WhenNotInTheCohort_IsRefused() => Full.Rename("noor", "mark-noor").Refused("cohort.not-a-member");

    [Fact]
    public void SwitchTrack_WhenTheTrackExists_ChangesNothingElse()
    {
        var before = Full.Members["amina"];

        Assert.Equal(before with { Track = "emerging" }, Full.SwitchTrack("amina", "emerging").Accepted().Members["amina"]);
    }

    [Fact]
    public void SwitchTrack_WhenRepeated_ChangesNothing() =>
        Full.SwitchTrack("amina", "emerging").Accepted().SwitchTrack("amina", "emerging").Unchanged();

    [Fact]
    public void SwitchTrack_WhenToNone_IsAccepted() =>
        Assert.Null(Full.SwitchTrack("amina", "emerging").Accepted().SwitchTrack("amina", null).Accepted().Members["amina"].Track);

    [Fact]
    public void SwitchTrack_WhenTheTrackIsUnknown_IsRefused() => Full.SwitchTrack("amina", "expert").Refused("cohort.track");

    [Fact]
    public void SwitchTrack_WhenNotInTheCohort_IsRefused() => Full.SwitchTrack("noor", "emerging").Refused("cohort.not-a-member");

    [Fact]
    public void AssignRole_WhenAParticipantBecomesAMentor_FreesTheSeat()
    {
        var helped = Full.AssignRole("amina", CohortRole.Mentor).Accepted();

        helped.Admit("noor", CohortRole.Participant, null, "mark-noor", Founded).Accepted();
    }

    [Fact]
    public void AssignRole_WhenRepeated_ChangesNothing() =>
        Full.AssignRole("amina", CohortRole.Mentor).Accepted().AssignRole("amina", CohortRole.Mentor).Unchanged();

    [Fact]
    public void AssignRole_WhenAFullCohortKeepsAParticipant_ChangesNothing() =>
        Full.AssignRole("amina", CohortRole.Participant).Unchanged();

    [Fact]
    public void AssignRole_WhenAMentorWantsASeatInAFullCohort_IsRefused() =>
        Full.Admit("maya", CohortRole.Mentor, null, "mark-maya", Founded).Accepted().AssignRole("maya", CohortRole.Participant).Refused("cohort.full");

    [Fact]
    public void AssignRole_WhenNotInTheCohort_IsRefused() => Full.AssignRole("noor", CohortRole.Mentor).Refused("cohort.not-a-member");
}
