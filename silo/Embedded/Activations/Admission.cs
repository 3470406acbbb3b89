namespace CohortCourses.Embedded;

/// <summary>
/// Who may go in: an exclusive call alone, reads beside reads, interleaved calls beside anything. First come, first served, so that
/// reads cannot starve a write. Its mailbox guards it.
/// </summary>
internal sealed class Admission
{
    private readonly Queue<GrainCall> waiting = new();
    private Queue<GrainCall>? interleaved;
    private int inside;
    private int readers;
    private bool exclusive;

    /// <summary>Whether no call is under way.</summary>
    public bool Empty => inside == 0;

    public bool NobodyWaits => waiting.Count == 0 && interleaved is not { Count: > 0 };

    public IEnumerable<GrainCall> Waiting => waiting.Concat(interleaved ?? []);

    /// <summary>Whether a call that comes now need not wait.</summary>
    public bool Admits(GrainCall call) => call.Mode == CallMode.Interleaved || (waiting.Count == 0 && Fits(call));

    public void Enter(GrainCall call)
    {
        inside++;
        if (call.Mode == CallMode.Exclusive)
        {
            exclusive = true;
        }
        else if (call.Mode == CallMode.ReadOnly)
        {
            readers++;
        }
    }

    public void Leave(GrainCall call)
    {
        inside--;
        if (call.Mode == CallMode.Exclusive)
        {
            exclusive = false;
        }
        else if (call.Mode == CallMode.ReadOnly)
        {
            readers--;
        }
    }

    public void Enqueue(GrainCall call)
    {
        if (call.Mode == CallMode.Interleaved)
        {
            (interleaved ??= new()).Enqueue(call);
        }
        else
        {
            waiting.Enqueue(call);
        }
    }

    /// <summary>The next call that may go in now. Calls that were given up while they waited are passed over.</summary>
    public GrainCall? Next() => Next(interleaved) ?? Next(waiting);

    public bool HasNext() => Head(interleaved) is not null || (Head(waiting) is { } head && Fits(head));

    public List<GrainCall> TakeAll()
    {
        List<GrainCall> all = [.. Waiting];
        waiting.Clear();
        interleaved?.Clear();
        return all;
    }

    private static GrainCall? Head(Queue<GrainCall>? queue)
    {
        while (queue is { Count: > 0 })
        {
            if (!queue.Peek().Answered)
            {
                return queue.Peek();
            }

            queue.Dequeue();
        }

        return null;
    }

    private GrainCall? Next(Queue<GrainCall>? queue) => Head(queue) is { } head && Fits(head) ? queue!.Dequeue() : null;

    private bool Fits(GrainCall call) => call.Mode switch
    {
        CallMode.Interleaved => true,
        CallMode.ReadOnly => !exclusive,
        _ => !exclusive && readers == 0,
    };
}
