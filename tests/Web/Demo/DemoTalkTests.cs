using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Hosting;
using CohortCourses.Tests.Web.Startup;
using CohortCourses.Web.Demo;
using CohortCourses.Web.People;
using CohortCourses.Web.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Demo;

public sealed class DemoTalkTests : IDisposable
{
    private static readonly DateTimeOffset Present = new(2027, 5, 24, 15, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(DemoCast.Autumn)]
    [InlineData(DemoCast.Spring)]
    public void Talk_IsByPeopleOfTheCohort_WhileItRuns(string cohort)
    {
        var participants = cohort == DemoCast.Autumn ? DemoPeople.Autumn : DemoPeople.Spring;
        var people = participants.Select(one => one.Handle).Concat(DemoCast.All.Where(one => one.Cohorts.Contains(cohort)).Select(one => one.Handle)).ToHashSet(StringComparer.Ordinal);
        var talk = DemoTalk.Of(cohort);

        Assert.NotEmpty(talk);
        Assert.All(talk, turn => Assert.Contains(turn.By, people));
        Assert.All(talk, turn => Assert.InRange(turn.Days, 0.01, 56));
    }

    [Fact]
    public async Task Demo_HasTalkedForWeeks_AndGoesOnWhenTheClockDoes()
    {
        using var clock = SteerableClock.Frozen(Present - DemoStory.Length);
        await using var demo = PilotServer.Create(new() { Data = folder.FullPath, Content = ContentFolder.Find()!, Urls = "http://127.0.0.1:0", Demo = true }, clock);
        await demo.StartAsync(TestContext.Current.CancellationToken);
        var grains = demo.Services.GetRequiredService<IGrainFactory>();
        var ines = (await grains.Account(SignInName.Normalise("ines")).Get())!.Learner;
        var omar = (await grains.Account(SignInName.Normalise("omar")).Get())!.Learner;

        var before = await ThreadsAsync(grains);
        Assert.InRange(before.Count, 15, 40);
        Assert.InRange(before.Sum(thread => thread.Posts), 60, 120);
        Assert.Equal(3, before.Count(thread => thread.IsUnanswered));
        Assert.Single(before, thread => thread.Pinned);
        Assert.Contains(before, thread => thread.Answer is not null);
        Assert.Single(await grains.PrivateDiscussion(DemoCast.Spring).List());
        Assert.Equal(CaseState.Open, Assert.Single(await WaitingAsync(ines, CohortRole.Instructor), found => found.State != CaseState.Appealed).State);
        Assert.Contains(await WaitingAsync(omar, null), found => found.State == CaseState.Appealed);

        clock.JumpTo(Present.AddDays(7));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var after = before;
        while (after.Sum(thread => thread.Posts) < before.Sum(thread => thread.Posts) + 30)
        {
            await Task.Delay(5, patience.Token);
            after = await ThreadsAsync(grains);
        }

        Assert.Contains(before.Where(thread => thread.IsUnanswered), asked => after.Any(now => now.Thread == asked.Thread && !now.IsUnanswered));
        await demo.StopAsync(TestContext.Current.CancellationToken);

        async Task<IReadOnlyList<CaseView>> WaitingAsync(string learner, CohortRole? role) =>
            await grains.Moderation(DemoCast.Spring).Waiting(new(learner, role, IsOrganiser: role is null));
    }

    private static async Task<IReadOnlyList<ThreadSummary>> ThreadsAsync(IGrainFactory grains) =>
        [.. (await Task.WhenAll(Enumerable.Range(1, 8).Select(week => grains.Discussion(DemoCast.Spring, week).List()))).SelectMany(week => week)];
}
