namespace CohortCourses.Contracts.Live;

/// <summary>The live events of a cohort, keyed by its slug: a number for each, and the last 512 in memory. Events are hints; pages are the truth.</summary>
[Alias("feed")]
public interface ICohortFeedGrain : IGrainWithStringKey
{
    /// <summary>Numbers an event and tells every observer. Nobody waits for it.</summary>
    [OneWay, Alias("publish")]
    Task Publish(NewCohortEvent news);

    /// <summary>Starts or renews an observation; it ends five minutes after it was last renewed. Returns where the feed is.</summary>
    [Alias("observe")]
    Task<FeedPosition> Observe(ICohortFeedObserver observer);

    [Alias("stop-observing")]
    Task StopObserving(ICohortFeedObserver observer);

    /// <summary>Tells every observer who looks at a node. It has no number and is not kept. Nobody waits for it.</summary>
    [OneWay, Alias("tell-presence")]
    Task TellPresence(NodePresence presence);

    /// <summary>Tells every observer that somebody writes at this moment. It has no number and is not kept. Nobody waits for it.</summary>
    [OneWay, Alias("tell-typing")]
    Task TellTyping(TypingNow typing);

    /// <summary>Tells every observer how many have answered a form. It has no number and is not kept. Nobody waits for it.</summary>
    [OneWay, Alias("tell-count")]
    Task TellCount(ResponsesCounted count);

    /// <summary>What came after a position, oldest first.</summary>
    [ReadOnly, Alias("since")]
    Task<FeedSlice> Since(FeedPosition position);
}

/// <summary>One web node that has readers of a cohort.</summary>
[Alias("feed.observer")]
public interface ICohortFeedObserver : IGrainObserver
{
    [OneWay, Alias("happened")]
    Task Happened(CohortEvent happened);

    [OneWay, Alias("presence")]
    Task PresenceTold(NodePresence presence);

    [OneWay, Alias("typing")]
    Task TypingTold(TypingNow typing);

    [OneWay, Alias("count")]
    Task CountTold(ResponsesCounted count);
}

/// <summary>Where a reader is in a feed. A new epoch after a restart means that its numbers start anew.</summary>
[GenerateSerializer, Immutable, Alias("feed.position")]
public sealed record FeedPosition(string Epoch, long Number);

/// <summary>The kinds of live events, as browsers know them.</summary>
public static class EventKinds
{
    /// <summary>A week opened: <c>{"week":5}</c>.</summary>
    public const string ModuleReleased = "moduleReleased";

    /// <summary>The calendar changed: <c>{"number":3}</c>, the number of the news.</summary>
    public const string ScheduleChanged = "scheduleChanged";

    /// <summary>Someone announced something: <c>{"id":"…"}</c>.</summary>
    public const string Announcement = "announcement";

    /// <summary>A thread began: <c>{"thread":"…","week":3}</c>.</summary>
    public const string ThreadAdded = "threadAdded";

    /// <summary>A thread was pinned, locked, slowed, moved or answered: <c>{"thread":"…"}</c>.</summary>
    public const string ThreadChanged = "threadChanged";

    /// <summary>A post came: <c>{"thread":"…","post":"…","number":17}</c>.</summary>
    public const string PostAdded = "postAdded";

    /// <summary>A post was edited or withdrawn: as <see cref="PostAdded"/>.</summary>
    public const string PostChanged = "postChanged";

    /// <summary>Somebody reacted to a post: as <see cref="PostAdded"/>.</summary>
    public const string ReactionsChanged = "reactionsChanged";

    /// <summary>Moderators decided about a post: as <see cref="PostAdded"/>.</summary>
    public const string Moderated = "moderated";

    /// <summary>A form was opened for everyone: <c>{"form":"weekly-pulse-w3"}</c>.</summary>
    public const string FormOpened = "formOpened";

    /// <summary>A form takes no more answers: as <see cref="FormOpened"/>.</summary>
    public const string FormClosed = "formClosed";

    /// <summary>The results of a form are there for everybody, or not any more: <c>{"form":"weekly-pulse-w3","shown":true}</c>.</summary>
    public const string ResultsShown = "resultsShown";
}

/// <summary>An event to tell.</summary>
/// <param name="Kind">One of <see cref="EventKinds"/>.</param>
/// <param name="Payload">A JSON object; it never holds what only some members may see.</param>
[GenerateSerializer, Immutable, Alias("feed.new-event")]
public sealed record NewCohortEvent(string Kind, string Payload);

/// <summary>An event that happened.</summary>
[GenerateSerializer, Immutable, Alias("feed.event")]
public sealed record CohortEvent(string Cohort, FeedPosition Position, string Kind, string Payload, DateTimeOffset At);

/// <summary>What a reader missed.</summary>
/// <param name="Complete">False if the gap is wider than the ring or the epoch is another: then fetch the page again.</param>
[GenerateSerializer, Immutable, Alias("feed.slice")]
public sealed record FeedSlice(bool Complete, FeedPosition Now, ImmutableArray<CohortEvent> Events);

/// <summary>Who looks at a cohort's discussion through one web node. It is never stored.</summary>
/// <param name="Node">The same in all that one observer tells.</param>
/// <param name="Lookers">How many browsers look, of people who are shown and of others; 0 when the last has gone.</param>
/// <param name="People">At most 50 of those who are shown, by name.</param>
/// <param name="Shown">How many people are shown altogether.</param>
[GenerateSerializer, Immutable, Alias("feed.presence")]
public sealed record NodePresence(string Node, int Lookers, ImmutableArray<PersonHere> People, int Shown);

/// <summary>Someone who lets others see that they are here.</summary>
[GenerateSerializer, Immutable, Alias("feed.person")]
public sealed record PersonHere(string Learner, string Handle);

/// <summary>Someone who writes at this moment, and lets others see it. It is never stored.</summary>
[GenerateSerializer, Immutable, Alias("feed.typing")]
public sealed record TypingNow(string Thread, PersonHere Person);

/// <summary>How many have answered a form by now: a number and nothing else.</summary>
[GenerateSerializer, Immutable, Alias("feed.responses-counted")]
public sealed record ResponsesCounted(string Form, int Responses);
