using CohortCourses.Web.People;

namespace CohortCourses.Web.Moderation;

/// <summary>Nobody is kept from reporting, but no program floods those who read.</summary>
public sealed class ReportThrottles(TimeProvider clock)
{
    public const int MostByAPerson = 20;

    /// <summary>From one address; a whole course may sit behind it.</summary>
    public const int MostFromOutside = 10;

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(30);

    public Throttle People { get; } = new(clock, MostByAPerson, Wait);

    public AddressThrottle Outside { get; } = new(new(clock, MostFromOutside, Wait));
}
