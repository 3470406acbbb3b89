using CohortCourses.Domain.Cohorts;
using FsCheck;
using FsCheck.Fluent;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class SeatLaws
{
    private enum Step
    {
        Admit,
        Remove,
        AssignRole,
        Rename,
    }

    private static readonly Gen<(Step Step, int Person, CohortRole Role, int Name)> Steps =
        from step in Gen.Elements(Enum.GetValues<Step>())
        from person in Gen.Choose(1, 7)
        from role in Gen.Elements(Enum.GetValues<CohortRole>())
        from name in Gen.Choose(1, 7)
        select (step, person, role, name);

    [Fact]
    public void Seats_WhoeverComesAndGoes_AreNeverExceeded_AndNoNameIsGivenTwice() => Law.HoldsThrough(Steps, history =>
    {
        var cohort = Spring;
        foreach (var (step, person, role, name) in history)
        {
            var (who, mark) = ($"learner-{person}", $"mark-{name}");
            cohort = (step switch
            {
                Step.Admit => cohort.Admit(who, role, null, mark, Founded),
                Step.Remove => cohort.Remove(who, Founded),
                Step.AssignRole => cohort.AssignRole(who, role),
                _ => cohort.Rename(who, mark),
            }).Or(cohort);

            Assert.InRange(cohort.Members.Values.Count(member => member.Role == CohortRole.Participant), 0, Plan.Seats);
            Assert.Distinct(cohort.Members.Values.Select(member => member.HandleMark));
        }
    });
}
