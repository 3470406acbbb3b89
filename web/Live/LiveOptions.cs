namespace CohortCourses.Web.Live;

/// <summary>How the live hub treats its readers. Times are real ones.</summary>
public sealed record LiveOptions
{
    /// <summary>
    /// How often each cohort with readers is observed anew. A feed that began anew, because its node died, knows of no observers: so long can it be
    /// that readers are told nothing, and then they are sent to their pages. Feeds forget an observer after five minutes.
    /// </summary>
    public TimeSpan ObserveEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often readers are checked, and other nodes told again who looks here.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many messages may wait for one browser. When it takes none of them, it is told to fetch its page instead.</summary>
    public int MostWaiting { get; init; } = 64;

    /// <summary>How long a browser may take nothing before it is cut off.</summary>
    public TimeSpan LongestWrite { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many events a browser that comes back gets one by one. Beyond, fetching its page is less.</summary>
    public int MostMissed { get; init; } = 64;

    /// <summary>How long an event may wait for what fills it in, before it goes out with ids alone.</summary>
    public TimeSpan LongestFill { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many events stay filled in for those who come back.</summary>
    public int MostKept { get; init; } = 256;

    /// <summary>How long they do. What is taken away can be told to who comes back for as long, before the news of it reaches them too.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often at most it is told that one person writes.</summary>
    public TimeSpan TypingEvery { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How soon it is told who came or went, if nothing was for a while.</summary>
    public TimeSpan PresenceAfter { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How often at most it is told who is here.</summary>
    public TimeSpan PresenceEvery { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>The same when there are more people than are named.</summary>
    public TimeSpan PresenceOfManyEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long what another node said of its readers counts; nodes say it again with each renewal.</summary>
    public TimeSpan ForgetNodeAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Real time, as feeds forget observers by it: a clock that is steered ahead cuts nobody off.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
