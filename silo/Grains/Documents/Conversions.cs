using CohortCourses.Contracts;
using CohortCourses.Domain;
using NodaTime;

namespace CohortCourses.Grains.Documents;

internal static class Conversions
{
    public static Outcome ToOutcome(this Rejection rejection) => new(rejection.Code, rejection.Args);

    /// <summary>What a caller hears of a decision.</summary>
    public static Outcome ToOutcome<T>(this Decision<T> decision)
        where T : class => decision.Rejection?.ToOutcome() ?? Outcome.Ok;

    public static Instant GetCurrentInstant(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());

    public static DateTimeOffset ToOffset(this Instant instant) => instant.ToDateTimeOffset();

    public static DateTimeOffset? ToOffset(this Instant? instant) => instant?.ToDateTimeOffset();

    public static Instant ToInstant(this DateTimeOffset at) => Instant.FromDateTimeOffset(at);

    public static Instant? ToInstant(this DateTimeOffset? at) => at is { } value ? Instant.FromDateTimeOffset(value) : null;

    public static LocalDate ToLocalDate(this DateOnly date) => LocalDate.FromDateOnly(date);
}
