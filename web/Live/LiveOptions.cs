namespace CohortCourses.Web.Live;

/// <summary>How the live hub treats its readers. Times are real ones.</summary>
public sealed record LiveOptions
{
    /// <summary>How often each cohort with readers is observed anew and its readers are checked. Feeds forget an observer after five minutes.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromMinutes(2);

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
}
