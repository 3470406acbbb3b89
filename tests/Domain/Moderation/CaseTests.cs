using CohortCourses.Domain.Moderation;
using static CohortCourses.Tests.Domain.Moderation.Samples;

namespace CohortCourses.Tests.Domain.Moderation;

public sealed class CaseTests
{
    [Fact]
    public void Report_OnTheSameSubject_GathersInTheCase_AndTheMostUrgentReasonCounts()
    {
        var found = Reported.Add(Of("r2", "kenji", ReportReason.Danger)).Accepted();

        Assert.Equal((2, ReportReason.Danger, CaseState.Open), (found.Reports.Count, found.Reason, found.State));
    }

    [Fact]
    public void Report_WhenRepeated_ChangesNothing() => Reported.Add(Of("r1", "amina")).Unchanged();

    [Fact]
    public void Report_AboutOneself_IsRefused()
    {
        Case.Begin("c", Post, ReportChannel.Instructors, Of("r", "lin")).Refused("report.about-yourself");
        Reported.Add(Of("r2", "lin")).Refused("report.about-yourself");
    }

    [Fact]
    public void Report_WithoutWords_NeedsAReasonThatSaysEnough()
    {
        Case.Begin("c", Post, ReportChannel.Instructors, Of("r", "amina", ReportReason.Other, "")).Refused("report.empty");
        Case.Begin("c", Post, ReportChannel.Instructors, Of("r", "amina", ReportReason.Advertising, "")).Accepted();
    }

    [Fact]
    public void Report_WhenTheCaseIsFull_IsRefused_SoThatAnotherCaseBegins()
    {
        var full = Enumerable.Range(2, Case.MostReports - 1).Aggregate(Reported, (found, n) => found.Add(Of($"r{n}", $"p{n}")).Accepted());

        Assert.False(full.TakesReports);
        full.Add(Of("late", "late")).Refused("case.full");
    }

    [Fact]
    public void Hide_AnswersTheCase()
    {
        Assert.Equal((CaseState.Decided, ActKind.Hide), (HiddenByInes.State, HiddenByInes.Answer!.Kind));
        HiddenByInes.Add(Of("r9", "kenji")).Refused("case.full");
    }

    [Fact]
    public void Act_WhenRepeated_ChangesNothing() => HiddenByInes.Do(Hide("h1", "ines"), seen: 1, othersCanDecide: true).Unchanged();

    [Fact]
    public void Act_OfTheSecondOfTwoWhoSawTheSame_IsRefused() =>
        HiddenByInes.Do(On("d", "ravi", ActKind.Dismiss), seen: 1, othersCanDecide: true).Refused("case.changed-meanwhile");

    [Fact]
    public void Act_OnAnotherPostThanTheCaseIsAbout_IsRefused() =>
        Reported.Do(Hide("h", "ines") with { Post = "q" }, seen: 1, othersCanDecide: true).Refused("case.other-act");

    [Fact]
    public void Act_ByTheSubject_IsRefused() => Reported.Do(On("d", "lin", ActKind.Dismiss), seen: 1, othersCanDecide: true).Refused("act.about-yourself");

    [Fact]
    public void Undo_OfTheAnswer_OpensTheCaseAgain()
    {
        var undone = HiddenByInes.Do(Hide("h1", "ines").Undo("u", "ravi", "", Now)!, seen: null, othersCanDecide: true).Accepted();

        Assert.Equal((CaseState.Open, ActKind.Show), (undone.State, undone.Acts[^1].Act.Kind));
        undone.Do(Hide("h1", "ines").Undo("u2", "ravi", "", Now)!, seen: null, othersCanDecide: true).Refused("act.cannot-undo");
    }

    [Fact]
    public void Appeal_ByTheAuthor_WaitsForALook()
    {
        Assert.Equal(CaseState.Appealed, Appealed.State);
        Appealed.AppealBy("lin", "I was quoting.", Now).Unchanged();
        Appealed.AppealBy("lin", "And another thing.", Now).Refused("appeal.once");
    }

    [Fact]
    public void Appeal_ByAnyoneElse_OrAgainstNothing_IsRefused()
    {
        HiddenByInes.AppealBy("amina", "Show it", Now).Refused("appeal.nothing");
        Reported.AppealBy("lin", "I know it", Now).Refused("appeal.nothing");
    }

    [Fact]
    public void Appeal_DecidedByWhoHidThePost_IsRefusedWhereThereIsAnother()
    {
        Appealed.Do(On("x", "ines", ActKind.Uphold), seen: 3, othersCanDecide: true).Refused("appeal.another");
        Appealed.Do(On("x", "ines", ActKind.Uphold), seen: 3, othersCanDecide: false).Accepted();
    }

    [Fact]
    public void Appeal_WhenReversed_ShowsThePost_AndCanBeTakenBack()
    {
        var reversed = Appealed.Do(On("x", "ravi", ActKind.Reverse), seen: 3, othersCanDecide: true).Accepted();
        Assert.Equal((CaseState.Decided, ActKind.Reverse, null), (reversed.State, reversed.Answer!.Kind, reversed.Hidden));

        var again = reversed.Do(On("x", "ravi", ActKind.Reverse).Undo("u", "ravi", "", Now)!, seen: null, othersCanDecide: true).Accepted();
        Assert.Equal((CaseState.Appealed, "u"), (again.State, again.Hidden!.Id));
    }

    [Fact]
    public void Appeal_WhenUpheld_IsOver()
    {
        var upheld = Appealed.Do(On("x", "ravi", ActKind.Uphold), seen: 3, othersCanDecide: true).Accepted();

        Assert.Equal((CaseState.Decided, ActKind.Hide, true), (upheld.State, upheld.Answer!.Kind, upheld.Appeal!.Upheld));
        upheld.Do(On("y", "ravi", ActKind.Reverse), seen: null, othersCanDecide: true).Refused("appeal.none");
    }

    [Fact]
    public void Appeal_WhenWhoHidThePostTakesItBack_IsOver()
    {
        var undone = Appealed.Do(Hide("h1", "ines").Undo("u", "ines", "", Now)!, seen: null, othersCanDecide: true).Accepted();

        Assert.False(undone.Appeal!.Waits);
        Assert.Null(undone.Hidden);
    }

    [Fact]
    public void Forget_OfTheSubject_LeavesNothingSaidOfThem()
    {
        var forgotten = Appealed.Forget("lin").Accepted();

        Assert.DoesNotContain("lin", string.Join(' ', forgotten.Subject, string.Join(' ', forgotten.Reports), string.Join(' ', forgotten.Acts), forgotten.Appeal), StringComparison.Ordinal);
        Assert.Equal("", forgotten.Reports[0].Words);
        forgotten.Forget("lin").Unchanged();
    }

    [Fact]
    public void Forget_OfAReporter_KeepsWhatTheySaidOfSomebodyElse()
    {
        var forgotten = Reported.Forget("amina").Accepted();

        Assert.Equal((null, "Please look."), (forgotten.Reports[0].By, forgotten.Reports[0].Words));
        forgotten.Forget("amina").Unchanged();
    }
}
