using CohortCourses.Content.Courses;
using CohortCourses.Content.Feedback;

namespace CohortCourses.Tests.Content.Feedback;

/// <summary>The forms of this repository's courses.</summary>
public sealed class RealFormsTests
{
    private static readonly CourseLibrary Library = CourseLibrary.Load(RepositoryFolder.Content);

    [Theory]
    [InlineData("building-partnerships")]
    [InlineData("safer-communities")]
    public void EveryCourse_AsksBeforeWhileAndAfter_AndThoseWhoLeave(string course) => Assert.Equal(
        [("after", FormKind.After), ("before", FormKind.Before), ("exit", FormKind.Exit), ("mid-course", FormKind.Mid), ("weekly-pulse", FormKind.Pulse)],
        Library.Find(course)!.Forms.Select(form => (form.Id, form.Kind)));

    [Fact]
    public void Forms_OfBuildingPartnerships_AreWholeInFrench_AndThePulseInArabic()
    {
        var course = Library.Find("building-partnerships")!;

        Assert.All(course.Forms, form => Assert.True(form.Completeness["fr"].IsComplete, form.Id));
        Assert.Equal(["weekly-pulse"], course.Forms.Where(form => form.Completeness["ar"].IsComplete).Select(form => form.Id));
    }

    /// <summary>Otherwise what people said before and after could not be compared.</summary>
    [Theory]
    [InlineData("building-partnerships")]
    [InlineData("safer-communities")]
    public void QuestionsOfBefore_ThatComeAgainAfter_AreWordedAlike(string course)
    {
        var (before, after) = (Library.Find(course)!.FindForm("before")!, Library.Find(course)!.FindForm("after")!);
        var again = before.Questions.Join(after.Questions, question => question.Id, question => question.Id, (then, now) => (then, now)).ToList();

        Assert.NotEmpty(again);
        Assert.All(again, pair => Assert.Equal(pair.then.WordingHash, pair.now.WordingHash));
        Assert.Equal((FormLevel.Confidential, FormLevel.Confidential), (before.Level, after.Level));
    }

    [Fact]
    public void ThePulse_IsTheSameInBothCourses() => Assert.Equal(
        Library.Find("building-partnerships")!.FindForm("weekly-pulse")!.Questions.Select(question => (question.Id, question.WordingHash)),
        Library.Find("safer-communities")!.FindForm("weekly-pulse")!.Questions.Select(question => (question.Id, question.WordingHash)));

    [Fact]
    public void FormsOnWhichCriticsMayDepend_AreAnonymous() => Assert.All(
        Library.Courses.SelectMany(course => course.Revision!.Forms).Where(form => form.Kind is FormKind.Pulse or FormKind.Mid or FormKind.Exit),
        form => Assert.Equal(FormLevel.Anonymous, form.Level));
}
