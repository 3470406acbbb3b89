using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Shared;

/// <summary>The pages that people meet most, written out, from left to right and from right to left.</summary>
public sealed class KeyPageTests
{
    private const string Thread = "01933333-0000-7000-8000-000000000001";

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task KeyPages_AreTheApprovedOnes(string language)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: new(2027, 2, 1));
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        var amina = await pilot.JoinAsync("amina", "spring", preferences: new(language, "Africa/Nairobi"));
        pilot.Clock.Advance(TimeSpan.FromHours(2));
        await pilot.Grains.NoticeBoard("spring").Announce(new("01933333-0000-7000-8000-000000000003", ines.Learner, "Welcome, all", "en"));
        Assert.True((await pilot.Grains.Voice("spring", amina.Learner).Start(new(Thread, 1, "Whom to ask first?", ThreadKind.Question, Audience.Cohort, new(Thread, "The library, or the *archive*?")))).Accepted);
        Assert.True((await pilot.Grains.Voice("spring", ines.Learner).Post(Thread, new("01933333-0000-7000-8000-000000000002", "Whoever answers."))).Outcome.Accepted);
        var form = await OpenAsync(pilot, ines.Learner);

        foreach (var (name, path) in new[]
        {
            ("course", "/courses/building-partnerships"), ("home", "/c/spring"), ("week", "/c/spring/week/1"), ("thread", $"/c/spring/discussion/{Thread}"), ("form", $"/c/spring/forms/{form}"),
        })
        {
            await ApprovedPages.CheckAsync($"{name}.{language}.html", await amina.GetAsync(path));
        }
    }

    private static async Task<string> OpenAsync(TestPilot pilot, string by)
    {
        var texts = ImmutableSortedDictionary<string, string>.Empty.Add("en", "How was the week?");
        var opened = await pilot.Grains.Forms("spring").Open(new(
            Thread, new("pulse", FormKind.Pulse, FormLevel.Anonymous, "en", texts, null, 1, [new("well", QuestionKind.Recommend, texts, "0123456789ab"), new("why", QuestionKind.Long, texts, "0123456789ac")]), 1, pilot.Clock.Now.AddDays(30), by));
        Assert.True(opened.Outcome.Accepted, opened.Outcome.Code);
        return opened.Form!;
    }
}
