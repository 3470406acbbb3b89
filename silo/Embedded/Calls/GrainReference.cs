namespace CohortCourses.Embedded;

/// <summary>The base of the emitted classes that stand for a grain or an observer. Two references to the same grain are equal.</summary>
internal abstract class GrainReference : IEquatable<GrainReference>
{
    private GrainMethod[] methods = [];
    private GrainRuntime runtime = null!;
    private GrainClass? grainClass;
    private string key = "";
    private Mailbox? mailbox;

    public string Name => grainClass?.Name ?? mailbox!.Name;

    /// <summary>The grain, or null for an observer.</summary>
    public GrainId? Grain => grainClass is null ? null : new(grainClass.Name, key);

    public void BindToGrain(GrainRuntime owner, GrainMethod[] slots, GrainClass target, string targetKey) =>
        (runtime, methods, grainClass, key) = (owner, slots, target, targetKey);

    public void BindToObserver(GrainRuntime owner, GrainMethod[] slots, Mailbox observer) =>
        (runtime, methods, mailbox) = (owner, slots, observer);

    public bool LeadsTo(Mailbox other) =>
        ReferenceEquals(other, mailbox) || (grainClass is not null && other is Activation activation && activation.Is(grainClass, key));

    public bool Equals(GrainReference? other) =>
        other is not null && ReferenceEquals(runtime, other.runtime) && ReferenceEquals(grainClass, other.grainClass)
        && (grainClass is null ? ReferenceEquals(mailbox, other.mailbox) : string.Equals(key, other.key, StringComparison.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => grainClass is null ? mailbox!.GetHashCode() : HashCode.Combine(grainClass, key);

    public override string ToString() => Name;

    /// <summary>Makes the call. Emitted code calls this with the method's place in the interface.</summary>
    protected Task Send(GrainCall call, int slot)
    {
        var method = methods[slot];
        call.Method = method;
        if (method.OneWay)
        {
            if (runtime.TakesCalls || Turn.Current is not null)
            {
                _ = Deliver(call, mayRunHere: false);
            }

            return Task.CompletedTask;
        }

        var caller = Turn.Current;
        if (caller is null)
        {
            return runtime.TakesCalls ? Deliver(call, mayRunHere: grainClass is not null) : call.Failed(GrainRuntime.Stopped());
        }

        if (method.Mode != CallMode.Interleaved && CallChain.Closes(caller, this))
        {
            return call.Failed(new CallCycleException(CallChain.Describe(caller, $"{Name} {method.Name}")));
        }

        call.Caller = caller;
        return Deliver(call, mayRunHere: grainClass is not null);
    }

    private Task Deliver(GrainCall call, bool mayRunHere)
    {
        while (true)
        {
            if (mailbox is not null && mailbox.TrySubmit(call, mayRunHere, out var answer))
            {
                return answer;
            }

            if (grainClass is null)
            {
                return call.Failed(new InvalidOperationException($"The reference to {Name} was deleted."));
            }

            mailbox = grainClass.Find(key);
        }
    }
}
