using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Feedback;

/// <summary>Those who run a cohort are told when it is time for a form of the course, and open it with one button.</summary>
public sealed class DueFormsTests
{
    private const string Due = "section[aria-labelledby=due] li";

    private static readonly DateOnly FirstDay = DateOnly.FromDateTime(TestPilot.Start.AddDays(1).UtcDateTime);

    [Theory]
    [InlineData(-20, "")]
    [InlineData(0, "before")]
    [InlineData(1, "before exit")]
    [InlineData(4, "before exit weekly-pulse")]
    [InlineData(9, "exit")]
    [InlineData(23, "exit mid-course")]
    [InlineData(26, "exit mid-course weekly-pulse")]
    [InlineData(51, "after exit")]
    [InlineData(54, "after exit weekly-pulse")]
    [InlineData(70, "after")]
    [InlineData(130, "")]
    public async Task Forms_ThatAreDue_StandFirst(int day, string forms)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: day < 0 ? FirstDay.AddDays(-day) : FirstDay);
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        if (day >= 0)
        {
            pilot.Clock.JumpTo(TestPilot.Start.AddDays(day));
        }

        var page = await ines.GetAsync("/c/spring/forms");

        Assert.Equal(forms, string.Join(' ', page.Document.QuerySelectorAll($"{Due} [name=form]").Select(field => field.GetAttribute("value")).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Form_OpenedFromTheDesk_IsOpenForTheWeekThatItAsksAbout_AndNotDueAnyMore()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: FirstDay);
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(11));
        var desk = await ines.GetAsync("/c/spring/moderate");

        await ines.SubmitAsync(desk, "form:has([value=weekly-pulse])");

        var opened = Assert.Single(await pilot.Grains.Forms("spring").List());
        Assert.Equal(("weekly-pulse", (int?)2), (opened.Definition.Form, opened.Week));
        Assert.Null((await ines.GetAsync("/c/spring/moderate")).Document.QuerySelector("[value=weekly-pulse]"));
    }

    [Fact]
    public async Task Form_ThatCompletionAsksFor_ComesFirst_AndSaysSo()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: FirstDay);
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(54));

        var first = (await ines.GetAsync("/c/spring/forms")).Document.QuerySelector(Due)!;

        Assert.Contains("After the course", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody can complete the course without it.", first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_AndMentors_AreNotTold()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: FirstDay);
        var amina = await pilot.JoinAsync("amina", "spring");
        var maya = await pilot.JoinAsync("maya", "spring", CohortRole.Mentor);
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(54));

        Assert.Null((await amina.GetAsync("/c/spring/forms")).Document.QuerySelector(Due));
        Assert.DoesNotContain("After the course", (await maya.GetAsync("/c/spring/moderate")).Text, StringComparison.Ordinal);
    }
}
