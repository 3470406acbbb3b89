using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Storage;
using CohortCourses.Tests.Grains.Conformance;
using CohortCourses.Tests.Grains.Feedback;
using CohortCourses.Tests.Grains.Pilots;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Embedded;

public sealed class FormIdleTests
{
    /// <summary>Receipts that wait for others are in memory alone; those of a closed form are on disk.</summary>
    [Fact]
    public async Task AnonymousForm_StaysWhileReceiptsWait_AndGoesIdleOnceItIsClosed()
    {
        var store = new FragileStore(new MemoryDocumentStore());
        await using var silo = new EmbeddedFixture { Services = services => services.AddSingleton<IDocumentStore>(store) };
        await silo.InitializeAsync();
        var form = await OpenAsync(silo.Grains);
        (await form.Answer(new("p1", Survey.NewBallot(), "en", Survey.Answers("right")))).Outcome.Accepted();

        await silo.PassIdleLimit();
        var read = store.Reads("form");
        Assert.True(await form.HasAnswered("p1"));
        Assert.Equal(read, store.Reads("form"));

        (await silo.Grains.Forms("spring").Close("weekly-pulse")).Accepted();
        await silo.PassIdleLimit();
        await HasGoneAsync(store, form, read);
        Assert.True(await form.HasAnswered("p1"));
    }

    /// <summary>An activation goes when nobody calls it, at some moment; asking does not bring that about.</summary>
    private static async Task HasGoneAsync(FragileStore store, IFormGrain form, int read)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (store.Reads("form") == read)
        {
            Assert.False(patience.IsCancellationRequested, "The form is still awake.");
            await form.Get();
            await Task.Yield();
        }
    }

    private static async Task<IFormGrain> OpenAsync(IGrainFactory grains)
    {
        await grains.Course(Pilot.Course).Publish(new("r1", ["part-1"], [], 1));
        (await grains.Cohort("spring").Create(Pilot.Spring)).Accepted();
        (await grains.Learner("p1").Register(new("en", "Europe/Berlin"))).Accepted();
        (await grains.Learner("p1").Join(new("spring", "P1", CohortRole.Participant, null))).Accepted();
        (await grains.Forms("spring").Open(new(Survey.NewId(), Survey.Pulse(), null, Survey.Closing, "ines"))).Outcome.Accepted();
        return grains.Form("spring", "weekly-pulse");
    }
}
