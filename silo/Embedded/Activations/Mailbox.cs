namespace CohortCourses.Embedded;

/// <summary>
/// Takes calls for one object and runs them, one piece of work at a time. A call that finds the object at rest runs on its
/// caller's thread; everything else queues and runs on the thread pool.
/// </summary>
internal abstract partial class Mailbox(GrainRuntime runtime) : IThreadPoolWorkItem
{
    /// <summary>How many pieces run before other work of the pool gets the thread.</summary>
    private const int Stint = 64;

    private readonly Admission calls = new();
    private readonly Queue<Continuation> continuations = new();
    private readonly List<GrainCall> underWay = [];
    private bool busy;

    /// <summary>The target in messages. Without its key: that may be a person's sign-in name.</summary>
    public abstract string Name { get; }

    protected GrainRuntime Runtime => runtime;

    protected Lock Gate { get; } = new();

    protected Admission Calls => calls;

    /// <summary>Whether calls may go in now. Guarded by the gate.</summary>
    protected abstract bool Open { get; }

    /// <summary>Whether calls are taken at all.</summary>
    protected abstract bool Closed { get; }

    /// <summary>Takes a call, unless the mailbox is closed for good.</summary>
    public bool TrySubmit(GrainCall call, bool mayRunHere, out Task answer)
    {
        answer = Task.CompletedTask;
        call.Mailbox = this;
        lock (Gate)
        {
            if (Closed)
            {
                return false;
            }

            if (mayRunHere && !busy && Open && continuations.Count == 0 && calls.Admits(call) && System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                busy = true;
                calls.Enter(call);
                Entered(call);
            }
            else
            {
                call.Wait(call.Method.ResponseTimeout ?? runtime.Options.ResponseTimeout);
                calls.Enqueue(call);
                Wake();
                answer = call.Answer;
                return true;
            }
        }

        answer = RunHere(call);
        return true;
    }

    public void Post(Continuation continuation)
    {
        lock (Gate)
        {
            continuations.Enqueue(continuation);
            Wake();
        }
    }

    /// <summary>Fails the calls whose callers have waited long enough. What runs goes on.</summary>
    public void FailOverdue(long now)
    {
        List<GrainCall>? overdue = null;
        lock (Gate)
        {
            if (underWay.Count == 0 && calls.NobodyWaits)
            {
                return;
            }

            foreach (var call in underWay.Concat(calls.Waiting))
            {
                if (call.Deadline <= now && !call.Answered)
                {
                    (overdue ??= []).Add(call);
                }
            }
        }

        foreach (var call in overdue ?? [])
        {
            call.Fail(new TimeoutException($"{call.Name} did not answer in time; whether it was done is unknown."));
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var done = 0; ; done++)
        {
            Continuation continuation;
            GrainCall? call = null;
            lock (Gate)
            {
                if (done >= Stint && HasWork())
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    return;
                }

                if (!continuations.TryDequeue(out continuation) && NextWork() is { } work)
                {
                    continuation = work;
                }
                else if (continuation.Turn is null && Open && (call = calls.Next()) is not null)
                {
                    calls.Enter(call);
                    Entered(call);
                }
                else if (continuation.Turn is null)
                {
                    busy = false;
                    return;
                }
            }

            if (call is not null)
            {
                RunQueued(call);
            }
            else
            {
                Run(continuation);
            }
        }
    }

    /// <summary>Calls the target. Runs in the call's turn.</summary>
    protected abstract Task Invoke(GrainCall call);

    /// <summary>Work of the mailbox itself that must come before the next call. Guarded by the gate.</summary>
    protected abstract Continuation? NextWork();

    protected abstract bool HasOwnWork();

    protected abstract void Entered(GrainCall call);

    protected abstract void Left(GrainCall call);

    /// <summary>Counts what became of a call. Not guarded by the gate: whoever listens may take its time.</summary>
    protected abstract void Count(GrainCall call, Task outcome);

    /// <summary>Sees to it that a thread comes if there is work. Guarded by the gate.</summary>
    protected void Wake()
    {
        if (!busy && HasWork())
        {
            busy = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        }
    }

    private bool HasWork() => continuations.Count > 0 || HasOwnWork() || (Open && calls.HasNext());
}
