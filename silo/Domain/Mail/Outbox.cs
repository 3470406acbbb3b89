using System.Collections.Immutable;
using CohortCourses.Domain.Cohorts;
using NodaTime;

namespace CohortCourses.Domain.Mail;

/// <summary>
/// The mail of some people: what waits, what is under way, what became of the rest. A letter is marked as under way before anybody hands it
/// over, and leaves that mark only by a report; so the same letter is never handed over twice without a person saying so.
/// </summary>
/// <param name="Letters">By id. An id stays known while somebody may send the same letter again.</param>
/// <param name="Told">For each learner up to when their last digest told.</param>
public sealed record Outbox(ImmutableSortedDictionary<string, Letter> Letters, ImmutableSortedDictionary<string, Instant> Told)
{
    /// <summary>With these, one document stays below 64 KiB.</summary>
    public const int MostLetters = 120;

    /// <summary>More mentions in a day come with the digest.</summary>
    public const int MostMentionsADay = 10;

    /// <summary>Longer than any server takes to answer.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(10);

    public static readonly Duration KeptWhenOver = Duration.FromDays(2);

    public static readonly Duration KeptWhenStuck = Duration.FromDays(30);

    public static readonly Outbox Empty = new(
        ImmutableSortedDictionary.Create<string, Letter>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, Instant>(StringComparer.Ordinal));

    /// <summary>Takes a letter in. The same id twice is one letter.</summary>
    public Decision<Outbox> Queue(string id, string learner, LetterKind kind, string? zone, string? cohort, string? about, Instant now) =>
        Letters.ContainsKey(id) || (kind == LetterKind.Mention && MentionsOf(learner, now) >= MostMentionsADay)
            ? Decision.Unchanged(this)
            : Add(id, new(learner, kind, zone, cohort, about, now, LetterStatus.Waiting, Tries: 0, now), now);

    /// <summary>Takes in the digest that is due to someone, if there is one.</summary>
    /// <param name="from">When they came; they are told of no earlier morning.</param>
    public Decision<Outbox> QueueDigest(string learner, DigestRhythm rhythm, string zone, Instant from, Instant now)
    {
        if (Zones.Find(zone) is not { } there || rhythm.Morning(now, there) is not { } morning || morning < from || !DecentHours.Hold(now, there))
        {
            return Decision.Unchanged(this);
        }

        Instant? last = Told.TryGetValue(learner, out var told) ? told : null;
        var id = $"digest/{learner}/{morning.InZone(there).Date:uuuu-MM-dd}";
        return last >= morning || Letters.ContainsKey(id) || IsTelling(learner)
            ? Decision.Unchanged(this)
            : Add(id, new(learner, LetterKind.Digest, zone, Cohort: null, About: null, now, LetterStatus.Waiting, Tries: 0, now, Since: rhythm.Since(morning, last)), now);
    }

    /// <summary>The letter that may be handed over now, the one that waits longest first; null if there is none.</summary>
    public string? Next(Instant now) => Letters
        .Where(letter => letter.Value.Status == LetterStatus.Waiting && letter.Value.NotBefore <= now && IsDecent(letter.Value.Zone, now))
        .OrderBy(letter => letter.Value.NotBefore)
        .Select(letter => letter.Key)
        .FirstOrDefault();

    /// <summary>Marks a letter as under way.</summary>
    public Decision<Outbox> Take(string id, Instant now) =>
        Letters.TryGetValue(id, out var letter) && letter.Status == LetterStatus.Waiting
            ? With(id, letter with { Status = LetterStatus.Sending, Tries = letter.Tries + 1, At = now })
            : MailRejections.Unknown;

    /// <summary>Gives up on those who took a letter and never reported: it may have arrived.</summary>
    public Decision<Outbox> GiveUpWaiting(Instant now)
    {
        var lost = Letters.Where(letter => letter.Value.Status == LetterStatus.Sending && letter.Value.At + Patience <= now).ToList();
        return lost.Count == 0
            ? Decision.Unchanged(this)
            : this with { Letters = Letters.SetItems(lost.Select(letter => KeyValuePair.Create(letter.Key, letter.Value with { Status = LetterStatus.Unknown, Reason = "cut-off" }))) };
    }

    /// <summary>Notes how a try ended. A report of another try, or a second one of the same, changes nothing.</summary>
    public Decision<Outbox> Settle(string id, int attempt, DeliveryResult result, string? reason, Instant now)
    {
        if (!Letters.TryGetValue(id, out var letter) || letter.Tries != attempt || letter.Status is not (LetterStatus.Sending or LetterStatus.Unknown))
        {
            return Decision.Unchanged(this);
        }

        var wait = result == DeliveryResult.Later ? Backoff.After(letter.Tries) : null;
        var status = result switch
        {
            DeliveryResult.Sent => LetterStatus.Sent,
            DeliveryResult.Dropped => LetterStatus.Dropped,
            DeliveryResult.Unknown => LetterStatus.Unknown,
            DeliveryResult.Later when wait is not null => LetterStatus.Waiting,
            _ => LetterStatus.Failed,
        };
        var settled = With(id, letter with { Status = status, At = now, NotBefore = now + (wait ?? Duration.Zero), Reason = reason });
        return settled.Letters[id] is { IsOver: true, Kind: LetterKind.Digest } ? settled with { Told = Told.SetItem(letter.Learner, letter.At) } : settled;
    }

    /// <summary>Somebody decided that a letter which is stuck is to be tried once more, or to be left. Twice is once.</summary>
    public Decision<Outbox> Resolve(string id, bool again, Instant now) => Letters.TryGetValue(id, out var letter) switch
    {
        false => MailRejections.Unknown,
        _ when !letter!.IsStuck => Decision.Unchanged(this),
        _ => With(id, letter with { Status = again ? LetterStatus.Waiting : LetterStatus.Dropped, At = now, NotBefore = now }),
    };

    /// <summary>Forgets a person.</summary>
    public Decision<Outbox> Forget(string learner)
    {
        var theirs = Letters.Where(letter => letter.Value.Learner == learner).Select(letter => letter.Key).ToList();
        return theirs.Count == 0 && !Told.ContainsKey(learner)
            ? Decision.Unchanged(this)
            : new Outbox(Letters.RemoveRange(theirs), Told.Remove(learner));
    }

    private static bool IsDecent(string? zone, Instant now) => zone is null || DecentHours.Hold(now, Zones.Find(zone) ?? DateTimeZone.Utc);

    private static bool IsPast(Letter letter, Instant now) =>
        (letter.IsOver && letter.At + KeptWhenOver <= now) || (letter.IsStuck && letter.At + KeptWhenStuck <= now);

    /// <summary>Whether a digest is still on its way: it will tell what is new when it gets there.</summary>
    private bool IsTelling(string learner) => Letters.Values.Any(letter =>
        letter.Kind == LetterKind.Digest && letter.Learner == learner && letter.Status is (LetterStatus.Waiting or LetterStatus.Sending));

    private int MentionsOf(string learner, Instant now) => Letters.Values.Count(letter =>
        letter.Kind == LetterKind.Mention && letter.Learner == learner && letter.At + Duration.FromDays(1) > now);

    private Decision<Outbox> Add(string id, Letter letter, Instant now)
    {
        var kept = Letters.RemoveRange(Letters.Where(known => IsPast(known.Value, now)).Select(known => known.Key));
        return kept.Count >= MostLetters ? MailRejections.Full
            : this with { Letters = kept.Add(id, letter) };
    }

    private Outbox With(string id, Letter letter) => this with { Letters = Letters.SetItem(id, letter) };
}
