using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>That a week opened, and that it was announced: once, whatever clocks and crashes do.</summary>
/// <param name="People">How many were in the cohort when it was announced.</param>
public sealed record ReleaseRecord(int Week, Instant OpensAt, Instant AnnouncedAt, int People);

/// <summary>A group that takes a course from a start date: its plan, its calendar, its people.</summary>
public sealed record Cohort(
    CohortPlan Plan,
    Instant CreatedAt,
    ImmutableList<RecordedChange> Changes,
    ImmutableSortedDictionary<string, Membership> Members,
    ImmutableSortedDictionary<int, ReleaseRecord> Releases)
{
    /// <summary>One for each week and track in which anybody left.</summary>
    public ImmutableList<Departure> Departures { get; init; } = [];

    /// <summary>Computed anew each time, in a few microseconds: who needs it twice keeps it.</summary>
    public Schedule Schedule => Schedule.Of(Plan, Changes.Where(change => change.Stands).Select(change => change.Change));

    /// <summary>How much news about the calendar there has been.</summary>
    public int NewsCount => Changes.Count == 0 ? 0 : Changes.Max(change => change.Number);

    /// <summary>Makes a cohort. Made twice with the same plan it is the same one.</summary>
    public static Decision<Cohort> Create(Cohort? existing, CohortPlan plan, Instant now)
    {
        if (existing is not null)
        {
            return existing.Plan.SameAs(plan) ? Decision.Unchanged(existing) : CohortRejections.Exists;
        }

        return plan.Check(now) is { } refused
            ? refused
            : new Cohort(
                plan,
                now,
                [],
                ImmutableSortedDictionary.Create<string, Membership>(StringComparer.Ordinal),
                ImmutableSortedDictionary<int, ReleaseRecord>.Empty);
    }

    /// <summary>
    /// Admits someone. Admitting twice changes nothing, so a caller that timed out may retry; a retry under another
    /// name reserves that one instead.
    /// </summary>
    public Decision<Cohort> Admit(string learner, CohortRole role, string? track, string handleMark, Instant now) => this switch
    {
        _ when Members.ContainsKey(learner) => Rename(learner, handleMark),
        _ when now >= Schedule.EndsAt => CohortRejections.Over,
        _ when role == CohortRole.Participant && Participants >= Plan.Seats => CohortRejections.Full,
        _ when track is not null && !Plan.Tracks.Contains(track) => CohortRejections.UnknownTrack(track),
        _ when IsTaken(handleMark, learner) => CohortRejections.HandleTaken,
        _ => this with { Members = Members.Add(learner, new(role, track, handleMark, now)) },
    };

    /// <summary>
    /// Takes someone off the roster. Who took part while the course ran stays counted, so that the figures do not get better by losing people;
    /// nothing but the week and the track is kept of them.
    /// </summary>
    public Decision<Cohort> Remove(string learner, Instant now)
    {
        if (!Members.TryGetValue(learner, out var member))
        {
            return Decision.Unchanged(this);
        }

        var rest = this with { Members = Members.Remove(learner) };
        var week = now < Schedule.EndsAt ? Schedule.Weeks.LastOrDefault(week => week.IsOpen(now))?.Week : null;
        return member.Role == CohortRole.Participant && week is { } left ? rest with { Departures = Depart(left, member.Track) } : rest;
    }

    public Decision<Cohort> Rename(string learner, string handleMark) =>
        ChangeMember(learner, member => member with { HandleMark = handleMark }, IsTaken(handleMark, learner) ? CohortRejections.HandleTaken : null);

    public Decision<Cohort> SwitchTrack(string learner, string? track) =>
        ChangeMember(learner, member => member with { Track = track }, track is not null && !Plan.Tracks.Contains(track) ? CohortRejections.UnknownTrack(track) : null);

    public Decision<Cohort> AssignRole(string learner, CohortRole role) =>
        ChangeMember(
            learner,
            member => member with { Role = role },
            role == CohortRole.Participant && Members.TryGetValue(learner, out var now) && now.Role != role && Participants >= Plan.Seats ? CohortRejections.Full : null);

    /// <summary>
    /// Records that every week which is open by now was announced, each once. What was announced is never taken back,
    /// not even when a clock that ran ahead is set right.
    /// </summary>
    public Decision<Cohort> AnnounceReleases(Instant now)
    {
        var due = DueReleases(now);
        return due.IsEmpty
            ? Decision.Unchanged(this)
            : this with { Releases = Releases.AddRange(due.Select(week => KeyValuePair.Create(week.Week, new ReleaseRecord(week.Week, week.OpensAt, now, Members.Count)))) };
    }

    /// <summary>The weeks that are open and were not announced, in their order.</summary>
    public ImmutableArray<WeekRelease> DueReleases(Instant now) =>
        [.. Schedule.Weeks.Where(week => week.IsOpen(now) && !Releases.ContainsKey(week.Week))];

    private int Participants => Members.Values.Count(member => member.Role == CohortRole.Participant);

    private ImmutableList<Departure> Depart(int week, string? track)
    {
        var known = Departures.FirstOrDefault(departure => departure.Week == week && departure.Track == track);
        return known is null ? Departures.Add(new(week, track, 1)) : Departures.Replace(known, known with { People = known.People + 1 });
    }

    private bool IsTaken(string handleMark, string learner) =>
        Members.Any(member => member.Value.HandleMark == handleMark && member.Key != learner);

    private Decision<Cohort> ChangeMember(string learner, Func<Membership, Membership> change, Rejection? refused)
    {
        if (!Members.TryGetValue(learner, out var before))
        {
            return CohortRejections.NotAMember;
        }

        if (refused is not null)
        {
            return refused;
        }

        var after = change(before);
        return after == before ? Decision.Unchanged(this) : this with { Members = Members.SetItem(learner, after) };
    }
}
