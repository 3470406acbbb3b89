using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Api;

public sealed class ApiAntiforgeryTests
{
    [Fact]
    public async Task Completion_ByCookieAlone_IsRefusedAndChangesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring");
        pilot.Clock.Advance(TimeSpan.FromDays(7));

        using var refused = await visitor.Http.PutAsync("/api/v1/cohorts/spring/weeks/1/completion", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("request.antiforgery", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, (await pilot.Grains.Learner(visitor.Learner).Enrolment("spring"))!.Done);
    }

    [Fact]
    public async Task Completion_ByCookieWithAPagesToken_IsAccepted()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring");
        pilot.Clock.Advance(TimeSpan.FromDays(7));
        var page = await visitor.GetAsync("/c/spring/week/1");
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/cohorts/spring/weeks/1/completion");
        request.Headers.Add("RequestVerificationToken", page.Value("__RequestVerificationToken"));

        using var accepted = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal(1, (await pilot.Grains.Learner(visitor.Learner).Enrolment("spring"))!.Done);
    }
}
