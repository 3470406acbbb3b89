using CohortCourses.Domain.Evaluation;
using NodaTime;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class PhaseTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 7, 1, 8, 0);

    private static readonly Phase Autumn = Phase.Begin(null, "autumn", "spring", [Item("f1")], [new("pace/3", "Pace", 0.29, FigureUnit.Share, 52, null, Now)], "omar", Now).Accepted();

    [Fact]
    public void Begin_Again_IsHandedWhatWasAcceptedSince_AndKeepsItsTicks()
    {
        var ticked = Autumn.Tick("f1", new("autumn", "ines", "Done.", Now)).Accepted();

        Phase.Begin(ticked, "autumn", "spring", [Item("f1")], [], "omar", Now).Unchanged();
        var more = Phase.Begin(ticked, "autumn", "spring", [Item("f1"), Item("f2")], [], "omar", Now).Accepted();

        Assert.Equal([("f1", true), ("f2", false)], more.Items.Select(item => (item.Finding, item.Acted is not null)));
        Assert.Single(more.Baseline);
    }

    [Fact]
    public void Begin_FromAnotherCohort_OrFromItself_IsRefused()
    {
        Phase.Begin(Autumn, "autumn", "winter", [], [], "omar", Now).Refused("phase.other-phase");
        Phase.Begin(null, "autumn", "autumn", [], [], "omar", Now).Refused("phase.itself");
    }

    [Fact]
    public void Tick_Twice_IsOnce_AndCanBeTakenBack()
    {
        var ticked = Autumn.Tick("f1", new("autumn", "ines", "Done.", Now)).Accepted();

        ticked.Tick("f1", new("autumn", "ravi", "Me too.", Now)).Unchanged();
        Assert.Null(ticked.Untick("f1").Accepted().Items[0].Acted);
        Autumn.Tick("f9", new("autumn", "ines", "Done.", Now)).Refused("finding.unknown");
    }

    private static PlanItem Item(string finding) => new(finding, "Too long.", "Split it.", new(AimKind.Week, Week: 3), "omar", "Said by many.", Now);
}
