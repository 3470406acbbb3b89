namespace CohortCourses.Embedded;

/// <summary>Takes calls for an observer: one at a time, in order, never on the thread of the grain that calls.</summary>
internal sealed class ObserverMailbox(GrainRuntime runtime, IGrainObserver observer) : Mailbox(runtime)
{
    private bool closed;

    public override string Name => $"observer {observer.GetType().Name}";

    protected override bool Open => !closed;

    protected override bool Closed => closed;

    public void Close()
    {
        List<GrainCall> waiting;
        lock (Gate)
        {
            closed = true;
            waiting = Calls.TakeAll();
        }

        foreach (var call in waiting)
        {
            call.Fail(new InvalidOperationException($"The reference to {Name} was deleted."));
        }
    }

    protected override Task Invoke(GrainCall call) => call.Invoke(observer);

    protected override bool HasOwnWork() => false;

    protected override Continuation? NextWork() => null;

    protected override void Entered(GrainCall call)
    {
    }

    protected override void Left(GrainCall call)
    {
    }

    protected override void Count(GrainCall call, Task outcome)
    {
    }
}
