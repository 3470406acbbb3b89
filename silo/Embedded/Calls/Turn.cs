namespace CohortCourses.Embedded;

/// <summary>
/// One strand of work inside a mailbox. Being the synchronisation context of that work it brings every await back to the
/// mailbox, which runs one piece at a time, and it tells who waits for whom.
/// </summary>
internal abstract class Turn : SynchronizationContext
{
    private volatile bool ended;

    public static new Turn? Current => SynchronizationContext.Current as Turn;

    public Mailbox Mailbox { get; set; } = null!;

    /// <summary>The turn that waits for this one, or null.</summary>
    public Turn? Caller { get; set; }

    /// <summary>Whether nobody can be kept waiting by this turn any more.</summary>
    public bool Ended
    {
        get => ended;
        set => ended = value;
    }

    /// <summary>The work in words, for messages.</summary>
    public abstract string Name { get; }

    public sealed override void Post(SendOrPostCallback d, object? state) => Mailbox.Post(new(this, d, state));

    public sealed override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A grain never blocks a thread.");

    public sealed override SynchronizationContext CreateCopy() => this;
}

/// <summary>The rest of a turn after an await.</summary>
internal readonly record struct Continuation(Turn Turn, SendOrPostCallback Callback, object? State);

/// <summary>Coming alive or going: no calls run beside it.</summary>
internal sealed class LifecycleTurn(string name) : Turn
{
    public override string Name => name;
}
