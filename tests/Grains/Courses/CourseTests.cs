using CohortCourses.Contracts;
using CohortCourses.Contracts.Courses;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Courses;

public sealed class CourseTests
{
    private static readonly CourseOutline First = new("r1", ["map", "plan"], ["nascent"], 2);

    [Fact]
    public async Task Course_WhenNothingWasPublished_IsNotThere()
    {
        await using var pilot = await Pilot.StartAsync();

        Assert.Null(await pilot.Grains.Course("new").Get());
    }

    [Fact]
    public async Task Publish_WhenSentTwice_IsWrittenOnce()
    {
        await using var pilot = await Pilot.StartAsync();
        var course = pilot.Grains.Course("new");

        await course.Publish(First);
        pilot.Clock.Advance(TimeSpan.FromDays(1));
        await course.Publish(First);

        Assert.Equal((1, Pilot.Sunday), (pilot.Store.Writes("course"), (await course.Get())!.PublishedAt));
    }

    [Fact]
    public async Task Refuse_WhenTheNewestTextHasProblems_KeepsTheLastGoodRevisionUp()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await pilot.Grains.Course("new").Publish(First);

        await pilot.Grains.Course("new").Refuse(3);
        await pilot.Grains.Course("new").Refuse(3);
        await pilot.Restart();

        var view = (await pilot.Grains.Course("new").Get())!;
        Assert.Equal(("r1", 3), (view.Outline.Revision, view.Problems));
    }

    [Fact]
    public async Task Publish_WhenTheProblemsAreMended_ForgetsThem()
    {
        await using var pilot = await Pilot.StartAsync();
        var course = pilot.Grains.Course("new");
        await course.Refuse(3);
        Assert.Null(await course.Get());

        await course.Publish(First);
        await course.Refuse(1);
        await course.Publish(First);

        Assert.Equal(0, (await course.Get())!.Problems);
    }

    [Fact]
    public async Task Publish_WhenTheCourseAsksForLess_LeavesRunningCohortsAsTheyWere()
    {
        await using var pilot = await Pilot.StartAsync();
        var cohort = await pilot.Found();

        await pilot.Grains.Course(Pilot.Course).Publish(First);

        Assert.Equal((8, 6), ((await cohort.Get())!.Weeks.Length, (await cohort.Get())!.ModulesNeeded));
    }
}
