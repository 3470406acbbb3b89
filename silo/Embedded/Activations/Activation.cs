using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Embedded;

/// <summary>One grain in memory: comes alive with its first call, takes calls, goes, and hands on what still waits.</summary>
internal sealed partial class Activation(GrainRuntime runtime, GrainClass grainClass, string key) : Mailbox(runtime), IGrainContext
{
    private readonly List<GrainTimer> timers = [];
    private AsyncServiceScope scope;
    private IGrainBase? grain;
    private Stage stage;
    private Leaving leaving;
    private DeactivationReason reason;
    private TaskCompletionSource? gone;
    private int attended;
    private bool touched;
    private DateTimeOffset restsSince;

    private enum Stage
    {
        Unborn,
        Opening,
        Open,
        Closing,
        Closed,
    }

    private enum Leaving
    {
        No,
        WhenNobodyWaits,
        AfterThisCall,
    }

    public GrainId GrainId => new(grainClass.Name, key);

    public override string Name => grainClass.Name;

    public IServiceProvider ActivationServices => scope.ServiceProvider;

    public IGrainFactory GrainFactory => Runtime;

    public TimeProvider Clock => Runtime.Clock;

    protected override bool Open => stage == Stage.Open && leaving != Leaving.AfterThisCall;

    protected override bool Closed => stage == Stage.Closed;

    public bool Is(GrainClass otherClass, string otherKey) =>
        ReferenceEquals(grainClass, otherClass) && string.Equals(key, otherKey, StringComparison.Ordinal);

    /// <summary>Lets the activation go once what runs is done; what waits is handed to the next activation.</summary>
    public void Leave(DeactivationReason why) => Leave(Leaving.AfterThisCall, why);

    /// <summary>Lets the activation go once nothing waits any more; the task ends when it has gone.</summary>
    public Task Drain(DeactivationReason why)
    {
        Leave(Leaving.WhenNobodyWaits, why);
        lock (Gate)
        {
            gone ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (stage == Stage.Closed)
            {
                gone.TrySetResult();
            }

            return gone.Task;
        }
    }

    /// <summary>Lets the activation go if it has rested for the limit.</summary>
    public void LeaveIfIdle(DateTimeOffset now, TimeSpan limit)
    {
        lock (Gate)
        {
            if (touched)
            {
                touched = false;
                restsSince = now;
                return;
            }

            if (stage != Stage.Open || attended > 0 || now - restsSince < limit || timers.Exists(timer => timer.KeepsAwake(limit)))
            {
                return;
            }
        }

        Leave(Leaving.WhenNobodyWaits, new(DeactivationReasonCode.ActivationIdle, "Nothing happened for a while."));
    }

    public void Keep(GrainTimer timer)
    {
        lock (Gate)
        {
            timers.Add(timer);
        }
    }

    public void Forget(GrainTimer timer)
    {
        lock (Gate)
        {
            timers.Remove(timer);
        }
    }

    protected override Task Invoke(GrainCall call) =>
        Runtime.Filters is { Length: > 0 } filters && call is not TimerTick ? call.Invoke(new FilteredCall(call, this, grain!, filters)) : call.Invoke(grain!);

    protected override void Entered(GrainCall call)
    {
        if (call.KeepsAlive)
        {
            attended++;
        }
    }

    protected override void Left(GrainCall call)
    {
        if (call.KeepsAlive)
        {
            attended--;
            touched = true;
        }
    }

    protected override void Count(GrainCall call, Task outcome)
    {
        if (call is not TimerTick)
        {
            Runtime.Metrics.Count(grainClass, outcome);
        }
    }

    protected override bool HasOwnWork() => stage switch
    {
        Stage.Unborn => !Calls.NobodyWaits || leaving != Leaving.No,
        Stage.Open when leaving == Leaving.AfterThisCall => Calls.Empty,
        Stage.Open when leaving == Leaving.WhenNobodyWaits => Calls.Empty && !Calls.HasNext() && Calls.NobodyWaits,
        _ => false,
    };

    protected override Continuation? NextWork()
    {
        if (!HasOwnWork())
        {
            return null;
        }

        if (stage == Stage.Unborn && !Calls.NobodyWaits)
        {
            stage = Stage.Opening;
            var turn = new LifecycleTurn($"{Name} OnActivate") { Mailbox = this, Caller = Calls.Waiting.First().Caller };
            return new(turn, static self => _ = ((Activation)self!).ComeAlive(), this);
        }

        stage = Stage.Closing;
        return new(new LifecycleTurn($"{Name} OnDeactivate") { Mailbox = this }, static self => _ = ((Activation)self!).Go(), this);
    }

    private void Leave(Leaving how, DeactivationReason why)
    {
        lock (Gate)
        {
            if (leaving == Leaving.No)
            {
                reason = why;
            }

            leaving = how > leaving ? how : leaving;
            Wake();
        }
    }
}
