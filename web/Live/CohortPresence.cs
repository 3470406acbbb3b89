using System.Collections.Immutable;
using CohortCourses.Contracts.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CohortCourses.Web.Live;

/// <summary>
/// Who looks at a cohort's discussion and who writes, told to those who look: in batches, across nodes, never stored. While nobody looks, no
/// timer runs and no grain is called.
/// </summary>
internal sealed class CohortPresence(string cohort, ICohortFeedGrain feed, Func<IEnumerable<LiveReader>> readers, LiveOptions options)
{
    /// <summary>How many people a node tells the others by name, so that who is on two nodes counts once.</summary>
    private const int MostTold = 50;

    private readonly string node = Guid.NewGuid().ToString("N");
    private readonly Lock access = new();
    private readonly Dictionary<string, (NodePresence Presence, DateTimeOffset At)> elsewhere = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> typed = new(StringComparer.Ordinal);
    private NodePresence told = Nobody("");
    private WhoIsHere? here;
    private SerializedHubMessage? message;
    private DateTimeOffset toldAt;
    private ITimer? timer;
    private bool ended;

    /// <summary>Whether something is about to be told.</summary>
    public bool IsPending => timer is not null;

    private DateTimeOffset Now => options.Clock.GetUtcNow();

    private IEnumerable<LiveReader> Lookers => readers().Where(reader => reader.Look?.Cohort == cohort);

    /// <summary>Someone came, went or looks elsewhere: it is told soon, and what else happens until then with it.</summary>
    public void Change()
    {
        lock (access)
        {
            if (timer is null && !ended)
            {
                var pause = toldAt + (here is { More: > 0 } ? options.PresenceOfManyEvery : options.PresenceEvery) - Now;
                timer = options.Clock.CreateTimer(_ => Tell(), state: null, pause > options.PresenceAfter ? pause : options.PresenceAfter, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Another node, or this one's echo, says who looks there.</summary>
    public void Take(NodePresence presence)
    {
        lock (access)
        {
            if (presence.Node == node)
            {
                return;
            }

            var isNew = !elsewhere.Remove(presence.Node);
            if (presence.Lookers > 0)
            {
                elsewhere[presence.Node] = (presence, Now);
            }

            if (!Lookers.Any())
            {
                return;
            }

            // A node that has just come knows nothing of this one.
            told = isNew ? Nobody(node) : told;
            Change();
        }
    }

    /// <summary>Tells the other nodes again who looks here, and forgets nodes that have not for long.</summary>
    public void Renew()
    {
        lock (access)
        {
            var now = Now;
            foreach (var (gone, _) in elsewhere.Where(other => now - other.Value.At > options.ForgetNodeAfter).ToList())
            {
                elsewhere.Remove(gone);
            }

            if (Lookers.Any())
            {
                told = Nobody(node);
                Change();
            }
        }
    }

    /// <summary>Whether it is worth telling that somebody writes: not again at once, and only if somebody else looks.</summary>
    public bool MayTellTyping(string learner, string thread)
    {
        lock (access)
        {
            var now = Now;
            if ((typed.TryGetValue(learner, out var last) && now - last < options.TypingEvery)
                || (elsewhere.Count == 0 && !readers().Any(reader => reader.Learner != learner && reader.Look?.IsAt(cohort, thread) == true)))
            {
                return false;
            }

            foreach (var (old, _) in typed.Where(other => now - other.Value >= options.TypingEvery).ToList())
            {
                typed.Remove(old);
            }

            typed[learner] = now;
            return true;
        }
    }

    /// <summary>Somebody, on whichever node, writes.</summary>
    public void Take(TypingNow typing)
    {
        SerializedHubMessage? written = null;
        foreach (var reader in readers().Where(reader => reader.Learner != typing.Person.Learner && reader.Look?.IsAt(cohort, typing.Thread) == true))
        {
            reader.Tell(written ??= new(new InvocationMessage(PilotHub.TypingMessage, [new SomeoneWrites(cohort, typing.Thread, typing.Person.Learner, typing.Person.Handle)])));
        }
    }

    /// <summary>The last reader has gone.</summary>
    public async Task End()
    {
        bool isKnown;
        lock (access)
        {
            ended = true;
            timer?.Dispose();
            timer = null;
            isKnown = told.Lookers > 0;
        }

        if (isKnown)
        {
            await feed.TellPresence(Nobody(node));
        }
    }

    private static NodePresence Nobody(string node) => new(node, 0, [], 0);

    private void Tell()
    {
        lock (access)
        {
            timer?.Dispose();
            timer = null;
            toldAt = Now;
            var lookers = Lookers.ToList();
            var own = Own(lookers);
            if (!Same(own, told))
            {
                told = own;
                _ = feed.TellPresence(own);
            }

            var now = WhoIsHere.Of(cohort, elsewhere.Values.Select(other => other.Presence).Prepend(own));
            if (message is null || !now.Equals(here))
            {
                (here, message) = (now, new(new InvocationMessage(PilotHub.PresenceMessage, [now])));
            }

            foreach (var looker in lookers.Where(looker => looker.Presence != message))
            {
                looker.Presence = message;
                looker.Tell(message);
            }
        }
    }

    private NodePresence Own(List<LiveReader> lookers)
    {
        var people = lookers.Select(looker => looker.Look?.Person).OfType<PersonHere>().DistinctBy(person => person.Learner)
            .OrderBy(person => person.Handle, StringComparer.Ordinal).ThenBy(person => person.Learner, StringComparer.Ordinal).ToList();
        return new(node, lookers.Count, [.. people.Take(MostTold)], people.Count);
    }

    private static bool Same(NodePresence one, NodePresence other) =>
        (one.Lookers, one.Shown) == (other.Lookers, other.Shown) && one.People.SequenceEqual(other.People);
}
