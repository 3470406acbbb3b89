using CohortCourses.Domain.Learners;
using NodaTime;

namespace CohortCourses.Tests.Domain.Learners;

public sealed class EnrolmentTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 2, 18, 12, 0);
    private static readonly Instant Later = Noon + Duration.FromHours(3);

    private static readonly Enrolment Fresh = Enrolment.Begin("Amina", Noon);
    private static readonly Enrolment DidThree = Fresh.Complete(3, isOpen: true, Noon).Accepted();

    [Fact]
    public void Complete_WhenTheWeekIsOpen_CountsIt()
    {
        Assert.Equal((1, Noon), (DidThree.Completed, DidThree.Week(3).CompletedAt));
        Assert.Equal(WeekWork.None, DidThree.Week(4));
    }

    [Fact]
    public void Complete_WhenRepeated_ChangesNothing() => DidThree.Complete(3, isOpen: true, Later).Unchanged();

    [Fact]
    public void Complete_WhenRepeatedWhileTheClockIsBehind_ChangesNothing() => DidThree.Complete(3, isOpen: false, Noon).Unchanged();

    [Fact]
    public void Complete_WhenTheWeekIsNotOpen_IsRefused() => Fresh.Complete(4, isOpen: false, Noon).Refused("week.not-open");

    [Fact]
    public void Complete_WhenItWasReadBefore_KeepsWhenThatWas()
    {
        var done = Fresh.Read(3, null, isOpen: true, Noon).Accepted().Complete(3, isOpen: true, Later).Accepted();

        Assert.Equal((Noon, Later), (done.Week(3).OpenedAt, done.Week(3).CompletedAt));
    }

    [Fact]
    public void Reopen_WhenItWasComplete_TakesOnlyTheMarkBack()
    {
        var reopened = DidThree.Reopen(3).Accepted();

        Assert.Equal((Noon, null), (reopened.Week(3).OpenedAt, reopened.Week(3).CompletedAt));
        Assert.Equal(0, reopened.Completed);
    }

    [Fact]
    public void Research_UntilAgreedTo_IsNotAgreedTo() => Assert.False(Fresh.Research);

    [Fact]
    public void AgreeToResearch_WhenTakenBack_IsAsBefore()
    {
        var agreed = Fresh.AgreeToResearch(agrees: true).Accepted();

        Assert.True(agreed.Research);
        Assert.False(agreed.AgreeToResearch(agrees: false).Accepted().Research);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AgreeToResearch_WhenRepeated_ChangesNothing(bool agrees) => (Fresh with { Research = agrees }).AgreeToResearch(agrees).Unchanged();

    [Fact]
    public void Reopen_WhenRepeated_ChangesNothing() => DidThree.Reopen(3).Accepted().Reopen(3).Unchanged();

    [Fact]
    public void Reopen_WhenItWasNeverTouched_ChangesNothing() => Fresh.Reopen(3).Unchanged();

    [Fact]
    public void Read_WhenThePageIsOpen_NotesTheFirstTimeOnly()
    {
        var read = Fresh.Read(3, null, isOpen: true, Noon).Accepted();

        Assert.Equal(Noon, read.Week(3).OpenedAt);
        read.Read(3, null, isOpen: true, Later).Unchanged();
    }

    [Fact]
    public void Read_WhenAChangeNoteWasOnThePage_NotesItOnce()
    {
        var told = Fresh.Read(3, null, isOpen: true, Noon).Accepted().Read(3, "note-1", isOpen: true, Later).Accepted();

        Assert.Equal((Noon, "note-1"), (told.Week(3).OpenedAt, told.Week(3).SeenChange));
        told.Read(3, "note-1", isOpen: true, Later).Unchanged();
        Assert.Equal("note-1", told.Read(3, null, isOpen: true, Later).Unchanged().Week(3).SeenChange);
    }

    [Fact]
    public void Read_WhenTheWeekIsNotOpen_IsRefused() => Fresh.Read(4, null, isOpen: false, Noon).Refused("week.not-open");

    [Fact]
    public void Extend_WhenGranted_SetsTheDaysAndTakesThemBackWithZero()
    {
        var extended = Fresh.Extend(3, 5).Accepted();

        Assert.Equal(5, extended.Week(3).ExtensionDays);
        Assert.Equal(0, extended.Extend(3, 0).Accepted().Week(3).ExtensionDays);
    }

    [Fact]
    public void Extend_WhenRepeated_ChangesNothing() => Fresh.Extend(3, 5).Accepted().Extend(3, 5).Unchanged();

    [Theory]
    [InlineData(-1)]
    [InlineData(61)]
    public void Extend_WhenNegativeOrMoreThanSixtyDays_IsRefused(int days) => Fresh.Extend(3, days).Refused("enrolment.extension");

    [Fact]
    public void SeeNews_WhenNewer_MovesOn() => Assert.Equal(3, Fresh.SeeNews(3).Accepted().SeenNews);

    [Fact]
    public void SeeNews_WhenRepeatedOrFromAnOldPage_ChangesNothing()
    {
        var seen = Fresh.SeeNews(3).Accepted();

        seen.SeeNews(3).Unchanged();
        seen.SeeNews(2).Unchanged();
    }

    [Fact]
    public void Rename_CountsOnceTheNameIsGranted()
    {
        var asked = Fresh.AskFor("Mina").Accepted();

        Assert.Equal((Fresh.Handle, "Mina"), (asked.Handle, asked.Renaming));
        Assert.Equal(Fresh with { Handle = "Mina" }, asked.Rename(granted: true).Accepted());
        Assert.Equal(Fresh, asked.Rename(granted: false).Accepted());
    }

    [Fact]
    public void AskFor_WhenRepeated_ChangesNothing() => Fresh.AskFor("Mina").Accepted().AskFor("Mina").Unchanged();

    [Fact]
    public void AskFor_TheNameThatTheyGoBy_TakesTheOtherBack()
    {
        Fresh.AskFor(Fresh.Handle).Unchanged();
        Assert.Equal(Fresh, Fresh.AskFor("Mina").Accepted().AskFor(Fresh.Handle).Accepted());
    }

    [Fact]
    public void Rename_WhenNothingWasAskedFor_ChangesNothing() => Fresh.Rename(granted: true).Unchanged();

    [Fact]
    public void Return_ForgetsANameThatWasAskedFor() => Assert.Null(Fresh.AskFor("Mina").Accepted().Return("Zoe", research: true).Accepted().Renaming);
}
