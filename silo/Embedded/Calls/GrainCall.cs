namespace CohortCourses.Embedded;

/// <summary>
/// One call: its arguments (in the class that <see cref="ReferenceBuilder"/> emits for the method), its turn, and the answer
/// that the caller waits for. A call that is answered on the spot never makes the latter.
/// </summary>
internal abstract class GrainCall : Turn
{
    public GrainMethod Method { get; set; } = null!;

    public virtual CallMode Mode => Method.Mode;

    /// <summary>Whether the call may go to the next activation when this one leaves before its turn.</summary>
    public virtual bool Moves => true;

    /// <summary>Whether the call keeps an activation from being idle.</summary>
    public virtual bool KeepsAlive => true;

    public override string Name => $"{Mailbox.Name} {Method.Name}";

    /// <summary>The caller's execution context, for a call that has to wait.</summary>
    public ExecutionContext? Context { get; private set; }

    /// <summary>When the caller stops waiting, in <see cref="Environment.TickCount64"/>. Real time: a clock that jumps fails no call.</summary>
    public long Deadline { get; private set; } = long.MaxValue;

    /// <summary>Whether the target gave its thread back before it was done.</summary>
    public bool WentAsync { get; set; }

    /// <summary>The answer, once <see cref="Wait"/> was called.</summary>
    public abstract Task Answer { get; }

    public abstract bool Answered { get; }

    public abstract Task Invoke(object target);

    /// <summary>Invokes and hands the result through filters.</summary>
    public abstract Task Invoke(FilteredCall filtered);

    /// <summary>Invokes and boxes the result.</summary>
    public abstract Task<object?> InvokeBoxed(object target);

    /// <summary>A failed task of the type that the caller expects.</summary>
    public abstract Task Failed(Exception exception);

    /// <summary>Hands the caller what the finished task holds.</summary>
    public abstract void Finish(Task task);

    public abstract bool Fail(Exception exception);

    /// <summary>Lets the caller wait, not past the timeout. A call that is handed on keeps its first deadline.</summary>
    public void Wait(TimeSpan timeout)
    {
        if (!MakeAnswer())
        {
            return;
        }

        Context = ExecutionContext.Capture();
        if (!Method.OneWay)
        {
            Deadline = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        }
    }

    /// <returns>False if it is there already.</returns>
    protected abstract bool MakeAnswer();
}

/// <summary>A call that answers with nothing.</summary>
internal abstract class VoidCall : GrainCall
{
    private TaskCompletionSource? answer;

    public override Task Answer => answer!.Task;

    public override bool Answered => answer is { Task.IsCompleted: true };

    public override Task Invoke(FilteredCall filtered) => filtered.Invoke();

    public override async Task<object?> InvokeBoxed(object target)
    {
        await Invoke(target);
        return null;
    }

    public override Task Failed(Exception exception) => Task.FromException(exception);

    public override void Finish(Task task) => answer!.TrySetFromTask(task);

    public override bool Fail(Exception exception) => answer!.TrySetException(exception);

    protected override bool MakeAnswer()
    {
        var made = answer is null;
        answer ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        return made;
    }
}

/// <summary>A call that answers with a <typeparamref name="T"/>.</summary>
internal abstract class ValueCall<T> : GrainCall
{
    private TaskCompletionSource<T>? answer;

    public override Task Answer => answer!.Task;

    public override bool Answered => answer is { Task.IsCompleted: true };

    public override Task Invoke(FilteredCall filtered)
    {
        return Answer();

        async Task<T> Answer()
        {
            await filtered.Invoke();
            return (T)filtered.Result!;
        }
    }

    public override async Task<object?> InvokeBoxed(object target) => await (Task<T>)Invoke(target);

    public override Task Failed(Exception exception) => Task.FromException<T>(exception);

    public override void Finish(Task task) => answer!.TrySetFromTask((Task<T>)task);

    public override bool Fail(Exception exception) => answer!.TrySetException(exception);

    protected override bool MakeAnswer()
    {
        var made = answer is null;
        answer ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        return made;
    }
}
