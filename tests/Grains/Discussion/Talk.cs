using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Discussion;

/// <summary>A cohort that talks: Amina and Kenji take part, Maya is their mentor, Ines teaches.</summary>
internal sealed class Talk(Pilot pilot) : IAsyncDisposable
{
    public const string Cohort = "spring";

    public static readonly Viewer Everyone = new("somebody", IsStaff: false);
    public static readonly Viewer Staff = new("ines", IsStaff: true);

    public Pilot Pilot => pilot;

    public IGrainFactory Grains => pilot.Grains;

    public static async Task<Talk> StartAsync(bool onDisk = false)
    {
        var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found();
        await pilot.Join("amina");
        await pilot.Join("kenji");
        await pilot.Join("maya", role: CohortRole.Mentor);
        await pilot.Join("ines", role: CohortRole.Instructor);
        return new(pilot);
    }

    public static string NewId() => Guid.CreateVersion7().ToString();

    public IVoiceGrain Voice(string learner) => Grains.Voice(Cohort, learner);

    public IThreadGrain Thread(string thread) => Grains.Thread(Cohort, thread);

    public IDiscussionGrain Week(int week = 1) => Grains.Discussion(Cohort, week);

    public static NewThread Question(string id, int week = 1, Audience audience = Audience.Cohort) =>
        new(id, week, "Exclusive rights: what now?", ThreadKind.Question, audience, new(id, "They want **all** of it."));

    /// <summary>Kenji's question, by its id.</summary>
    public async Task<string> Ask(Audience audience = Audience.Cohort)
    {
        var id = NewId();
        (await Voice("kenji").Start(Question(id, audience: audience))).Accepted();
        return id;
    }

    /// <summary>A post of somebody, by its id.</summary>
    public async Task<string> Say(string learner, string thread, string text = "Twice.", string? replyTo = null)
    {
        var id = NewId();
        (await Voice(learner).Post(thread, new(id, text, replyTo))).Outcome.Accepted();
        return id;
    }

    public async Task<PostView> Find(string thread, string post, Viewer? viewer = null) => (await Thread(thread).Find(post, viewer ?? Everyone))!;

    public ValueTask DisposeAsync() => pilot.DisposeAsync();
}
