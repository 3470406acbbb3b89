using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Grains.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Moderation;

/// <summary>Amina reports what Kenji wrote. Ines and Ravi teach, Maya mentors, Omar organises without a place of his own.</summary>
internal sealed class Desk(Talk talk, string thread, string post) : IAsyncDisposable
{
    public static readonly ModeratorView Ines = new("ines", CohortRole.Instructor, IsOrganiser: false);
    public static readonly ModeratorView Ravi = new("ravi", CohortRole.Instructor, IsOrganiser: false);
    public static readonly ModeratorView Maya = new("maya", CohortRole.Mentor, IsOrganiser: false);
    public static readonly ModeratorView Omar = new("omar", null, IsOrganiser: true);
    public static readonly ModeratorView Amina = new("amina", CohortRole.Participant, IsOrganiser: false);

    public Talk Talk => talk;

    public Pilot Pilot => talk.Pilot;

    public string Thread => thread;

    public string Post => post;

    public IModerationGrain Moderation => talk.Grains.Moderation(Talk.Cohort);

    public static async Task<Desk> StartAsync(bool onDisk = false)
    {
        var talk = await Talk.StartAsync(onDisk);
        await talk.Pilot.Join("ravi", role: CohortRole.Instructor);
        (await talk.Grains.Catalog().AppointOrganiser("omar")).Accepted();
        var thread = await talk.Ask();
        return new(talk, thread, await talk.Say("kenji", thread, "You people never listen."));
    }

    public NewReport Report(string by = "amina", ReportChannel channel = ReportChannel.Instructors, ReportReason reason = ReportReason.Hostile, string? id = null) =>
        new(id ?? Talk.NewId(), by, channel, reason, "Please look.", thread, post);

    public static NewReport About(string person, string by = "amina", ReportChannel channel = ReportChannel.Instructors) =>
        new(Talk.NewId(), by, channel, ReportReason.Harassment, "Again and again.", Person: person);

    /// <summary>A case that waits for the instructors, by its id.</summary>
    public async Task<string> Reported(NewReport? report = null)
    {
        report ??= Report();
        (await Moderation.Report(report)).Accepted();
        return report.Id;
    }

    public static NewAct Hide(string found, int? seen = null, string? id = null) =>
        new(id ?? Talk.NewId(), ActKind.Hide, found, seen, Reason: ReportReason.Hostile, Words: "No insults, please.");

    public async Task<LogEntryView> LastEntry() => (await Moderation.Log(Omar, null)).Entries[0];

    public async Task IsWhole() => Assert.Null((await Moderation.CheckLog()).Flaw);

    public ValueTask DisposeAsync() => talk.DisposeAsync();
}
