using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Discussion;

/// <summary>How far somebody has read a thread.</summary>
public sealed record ReadMark(int Number, Instant At);

/// <summary>One person's part in the discussion of a cohort.</summary>
/// <param name="Read">By thread.</param>
/// <param name="Wrote">The threads that they wrote in, so that what is theirs can be found.</param>
public sealed record Voice(ImmutableSortedDictionary<string, ReadMark> Read, ImmutableSortedSet<string> Wrote)
{
    /// <summary>How many read marks are kept; beyond it the oldest go, and their threads look new again.</summary>
    public const int MostMarks = 1_000;

    public static readonly Voice New = new(ImmutableSortedDictionary.Create<string, ReadMark>(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Until then they read but do not write.</summary>
    public Instant? MutedUntil { get; init; }

    /// <summary>Whether others see that they are here and writing; null as long as they have not said.</summary>
    public bool? ShowPresence { get; init; }

    /// <summary>Whether somebody of the team has let a first post of theirs through.</summary>
    public bool Welcomed { get; init; }

    public Rejection? MayWrite(bool paused, Instant now) =>
        paused ? VoiceRejections.Paused
        : MutedUntil is { } until && until > now ? VoiceRejections.Muted(until - now)
        : null;

    public Decision<Voice> MarkRead(string thread, int number, Instant now)
    {
        if (number < 1 || (Read.TryGetValue(thread, out var mark) && mark.Number >= number))
        {
            return Decision.Unchanged(this);
        }

        var read = Read.SetItem(thread, new(number, now));
        return this with { Read = read.Count > MostMarks ? read.Remove(read.MinBy(known => known.Value.At).Key) : read };
    }

    /// <summary>Notes that they write in a thread, before they do.</summary>
    /// <param name="welcome">Whether what they write is seen at once: from then on nobody needs to look first.</param>
    public Decision<Voice> WriteIn(string thread, bool welcome = false) => Wrote.Contains(thread) && (Welcomed || !welcome)
        ? Decision.Unchanged(this)
        : this with { Wrote = Wrote.Add(thread), Welcomed = Welcomed || welcome };

    public Decision<Voice> Mute(Instant? until) => until == MutedUntil ? Decision.Unchanged(this) : this with { MutedUntil = until };

    public Decision<Voice> Welcome() => Welcomed ? Decision.Unchanged(this) : this with { Welcomed = true };

    public Decision<Voice> Show(bool presence) => presence == ShowPresence ? Decision.Unchanged(this) : this with { ShowPresence = presence };
}

public static class VoiceRejections
{
    public static readonly Rejection Paused = Rejection.Of("voice.paused");
    public static readonly Rejection NotOnRoster = Rejection.Of("voice.not-on-roster");

    /// <summary>For how many hours more.</summary>
    public static Rejection Muted(Duration left) => Rejection.Of("voice.muted", ("n", Waits.Hours(left)));

    /// <summary>How many seconds to wait.</summary>
    public static Rejection TooFast(Duration wait) => Rejection.Of("voice.too-fast", ("n", Waits.Seconds(wait)));
}
