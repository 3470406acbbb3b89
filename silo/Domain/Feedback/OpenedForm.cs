using NodaTime;

namespace CohortCourses.Domain.Feedback;

/// <summary>A form as it is open in a cohort: who opened it, how long it takes answers, and who sees the results.</summary>
/// <param name="Id">Made by who opened it.</param>
/// <param name="ClosesAt">From then on nothing is taken.</param>
/// <param name="ClosedAt">When somebody closed it before that.</param>
/// <param name="ResultsShownAt">Since when everybody may see the results.</param>
public sealed record OpenedForm(string Id, string By, Instant OpenedAt, Instant ClosesAt, Instant? ClosedAt = null, Instant? ResultsShownAt = null)
{
    /// <summary>Longer than any course runs.</summary>
    private static readonly Duration Longest = Duration.FromDays(400);

    /// <summary>When it ends, or ended.</summary>
    public Instant EndsAt => ClosedAt ?? ClosesAt;

    public bool IsOpenAt(Instant now) => now < EndsAt;

    public static Decision<OpenedForm> Open(OpenedForm? existing, string id, string by, Instant closesAt, Instant now) => existing switch
    {
        { } known => known.Id == id ? Decision.Unchanged(known) : FeedbackRejections.NameTaken,
        _ when closesAt <= now || closesAt > now + Longest => FeedbackRejections.ClosingTime,
        _ => new OpenedForm(id, by, now, closesAt),
    };

    public Decision<OpenedForm> Close(Instant now) => IsOpenAt(now) ? this with { ClosedAt = now } : Decision.Unchanged(this);

    public Decision<OpenedForm> ShowResults(bool shown, Instant now) =>
        shown == ResultsShownAt is not null ? Decision.Unchanged(this) : this with { ResultsShownAt = shown ? now : null };
}
