using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.Courses;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;
using NodaTime;

namespace CohortCourses.Grains.Cohorts;

/// <summary>A cohort as it is stored. A thousand members take about 60 kB, so a line of the roster is one short string.</summary>
[Document("cohort", 1)]
internal sealed record CohortDocument : IDocument<Cohort, CohortDocument>
{
    public string Course { get; init; } = "";

    public string Name { get; init; } = "";

    public ImmutableArray<string> WeekIds { get; init; } = [];

    public int Modules { get; init; }

    public ImmutableArray<string> Forms { get; init; } = [];

    public ImmutableArray<string> Tracks { get; init; } = [];

    public DateOnly FirstDay { get; init; }

    public TimeOnly ReleaseTime { get; init; }

    public string Zone { get; init; } = "";

    /// <summary>The version of the zone database that was in use when the cohort was made.</summary>
    public string ZoneData { get; init; } = "";

    public int Seats { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public ImmutableArray<ChangeDocument> Changes { get; init; } = [];

    public ImmutableArray<string> Members { get; init; } = [];

    public ImmutableArray<ReleaseDocument> Releases { get; init; } = [];

    /// <summary>Empty in documents from before anybody counted.</summary>
    public ImmutableArray<DepartureDocument> Departures { get; init; } = [];

    public Cohort ToState() => new(
        new(
            Course,
            Name,
            WeekIds,
            new CompletionRule(Modules) { Forms = Forms },
            Tracks,
            LocalDate.FromDateOnly(FirstDay),
            LocalTime.FromTimeOnly(ReleaseTime),
            Zone,
            Seats),
        CreatedAt.ToInstant(),
        [.. Changes.Select(change => change.ToState())],
        Members.Select(RosterLine.Parse).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Releases.ToImmutableSortedDictionary(
            release => release.Week,
            release => new ReleaseRecord(release.Week, release.OpensAt.ToInstant(), release.AnnouncedAt.ToInstant(), release.People)))
    {
        Departures = [.. Departures.Select(departure => new Departure(departure.Week, departure.Track, departure.People))],
    };

    public static CohortDocument From(Cohort state) => new()
    {
        Course = state.Plan.Course,
        Name = state.Plan.Name,
        WeekIds = state.Plan.WeekIds,
        Modules = state.Plan.Completion.Modules,
        Forms = state.Plan.Completion.Forms,
        Tracks = state.Plan.Tracks,
        FirstDay = state.Plan.FirstDay.ToDateOnly(),
        ReleaseTime = state.Plan.ReleaseTime.ToTimeOnly(),
        Zone = state.Plan.Zone,
        ZoneData = Zones.DatabaseVersion,
        Seats = state.Plan.Seats,
        CreatedAt = state.CreatedAt.ToOffset(),
        Changes = [.. state.Changes.Select(ChangeDocument.From)],
        Members = [.. state.Members.Select(RosterLine.Write)],
        Releases = [.. state.Releases.Values.Select(release => new ReleaseDocument(release.Week, release.OpensAt.ToOffset(), release.AnnouncedAt.ToOffset(), release.People))],
        Departures = [.. state.Departures.Select(departure => new DepartureDocument(departure.Week, departure.Track, departure.People))],
    };
}

internal sealed record ReleaseDocument(int Week, DateTimeOffset OpensAt, DateTimeOffset AnnouncedAt, int People);

internal sealed record DepartureDocument(int Week, string? Track, int People);

internal sealed record ChangeDocument(
    string Id,
    string Kind,
    int Week,
    DateOnly? To,
    int? Days,
    int Number,
    string By,
    DateTimeOffset At,
    DateTimeOffset? UndoneAt)
{
    public RecordedChange ToState() => new(
        Kind switch
        {
            "move" => new ScheduleChange.Move(Id, Week, LocalDate.FromDateOnly(To!.Value)),
            "skip" => new ScheduleChange.Skip(Id, Week),
            "shift" => new ScheduleChange.Shift(Id, Week, Days!.Value),
            _ => throw new FormatException($"A cohort's document has an unknown kind of change: {Kind}."),
        },
        Number,
        By,
        At.ToInstant(),
        UndoneAt.ToInstant());

    public static ChangeDocument From(RecordedChange made)
    {
        var (kind, to, days) = made.Change switch
        {
            ScheduleChange.Move move => ("move", (DateOnly?)move.To.ToDateOnly(), (int?)null),
            ScheduleChange.Shift shift => ("shift", null, shift.Days),
            _ => ("skip", null, null),
        };
        return new(made.Change.Id, kind, made.Change.Week, to, days, made.Number, made.By, made.At.ToOffset(), made.UndoneAt.ToOffset());
    }
}
