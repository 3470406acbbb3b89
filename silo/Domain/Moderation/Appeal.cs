using NodaTime;

namespace CohortCourses.Domain.Moderation;

/// <summary>The author of a hidden post asks for another look: once.</summary>
/// <param name="Against">The act.</param>
/// <param name="DecidedBy">The act that decided on it, or null while it waits.</param>
public sealed record Appeal(string Against, string Words, Instant At, string? DecidedBy = null, bool Upheld = false)
{
    public const int LongestWords = 2_000;

    public bool Waits => DecidedBy is null;
}
