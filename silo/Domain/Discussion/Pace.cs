using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Discussion;

/// <summary>What people do in a discussion, each with its own pace.</summary>
public enum VoiceAct
{
    Start,
    Post,
    Edit,
    React,
    Report,
}

/// <summary>How often one person may do something: so many times in any stretch of so long.</summary>
public sealed record Pace(int Times, Duration Within)
{
    /// <summary>More than anyone does by hand, less than what would drown a cohort.</summary>
    public static Pace Of(VoiceAct act) => act switch
    {
        VoiceAct.Start => new(6, Duration.FromMinutes(30)),
        VoiceAct.Post => new(12, Duration.FromMinutes(2)),
        VoiceAct.Edit => new(20, Duration.FromMinutes(5)),
        VoiceAct.React => new(60, Duration.FromMinutes(1)),
        _ => new(10, Duration.FromHours(1)),
    };

    /// <summary>Does it once more, or says how long to wait.</summary>
    /// <param name="earlier">When it was done before, the latest last.</param>
    public (ImmutableQueue<Instant> Done, Rejection? Refused) Take(ImmutableQueue<Instant> earlier, Instant now)
    {
        while (!earlier.IsEmpty && earlier.Peek() + Within <= now)
        {
            earlier = earlier.Dequeue();
        }

        return earlier.Count() < Times
            ? (earlier.Enqueue(now), null)
            : (earlier, VoiceRejections.TooFast(earlier.Peek() + Within - now));
    }
}
