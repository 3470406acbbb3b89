using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Web.Pilot;
using PageView = CohortCourses.Tests.Web.Pilot.PageView;

namespace CohortCourses.Tests.Web.Moderation;

/// <summary>A cohort with a thread of Lin's: Amina takes part, Maya mentors, Ines and Ravi teach, Omar organises.</summary>
internal sealed class Bench(TestPilot pilot) : IAsyncDisposable
{
    public const string Cohort = "spring";

    public TestPilot Pilot => pilot;

    public Visitor Amina { get; private set; } = null!;

    public Visitor Lin { get; private set; } = null!;

    public Visitor Maya { get; private set; } = null!;

    public Visitor Ines { get; private set; } = null!;

    public Visitor Ravi { get; private set; } = null!;

    public Visitor Omar { get; private set; } = null!;

    public string Thread { get; } = NewId();

    public string Post { get; } = NewId();

    public IModerationGrain Moderation => pilot.Grains.Moderation(Cohort);

    public static string NewId() => Guid.CreateVersion7().ToString();

    public static async Task<Bench> StartAsync()
    {
        var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync(Cohort, firstDay: new(2027, 2, 1));
        var bench = new Bench(pilot)
        {
            Amina = await pilot.JoinAsync("amina", Cohort),
            Lin = await pilot.JoinAsync("lin", Cohort),
            Maya = await pilot.JoinAsync("maya", Cohort, CohortRole.Mentor),
            Ines = await pilot.JoinAsync("ines", Cohort, CohortRole.Instructor),
            Ravi = await pilot.JoinAsync("ravi", Cohort, CohortRole.Instructor),
            Omar = await pilot.OrganiserAsync(),
        };
        await bench.Say(bench.Lin, bench.Post, "You people **never** listen.");
        return bench;
    }

    /// <summary>Somebody writes: the first one begins the thread.</summary>
    public async Task Say(Visitor visitor, string id, string text, ThreadKind kind = ThreadKind.Talk)
    {
        var voice = pilot.Grains.Voice(Cohort, visitor.Learner);
        var outcome = await pilot.Grains.Thread(Cohort, Thread).Summary() is null
            ? await voice.Start(new(Thread, 1, "Who speaks first?", kind, Audience.Cohort, new(id, text)))
            : (await voice.Post(Thread, new(id, text))).Outcome;
        Assert.Null(outcome.Code);
    }

    /// <summary>Amina reports Lin's post through the form.</summary>
    public Task<PageView> ReportAsync(string channel = "Instructors", string words = "Please look at this.") => Amina.SubmitAsync(
        $"/c/{Cohort}/report?thread={Thread}&post={Post}", "main form", ("reason", "Hostile"), ("words", words), ("channel", channel));

    /// <summary>Somebody is reported by their name.</summary>
    public Task<PageView> ReportPersonAsync(Visitor by, string name, string channel = "Instructors") => by.SubmitAsync(
        $"/c/{Cohort}/report?person={name}", "main form", ("reason", "Harassment"), ("words", "Again and again: quokka."), ("channel", channel));

    public ValueTask DisposeAsync() => pilot.DisposeAsync();
}
