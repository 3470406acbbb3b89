namespace CohortCourses.Web.Live;

/// <summary>How the live hub treats its readers.</summary>
public sealed record LiveOptions
{
    /// <summary>
    /// How often, in real time, each cohort with readers is observed anew and its readers are checked. Feeds forget an observer after five minutes.
    /// </summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many messages may wait for one browser before it is cut off; it comes back and asks for what it missed.</summary>
    public int MostWaiting { get; init; } = 64;
}
