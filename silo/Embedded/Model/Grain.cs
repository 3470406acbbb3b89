namespace CohortCourses.Embedded;

/// <summary>Anything that has an address: a grain or an observer.</summary>
public interface IAddressable;

/// <summary>A grain interface.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain that is addressed by a string.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>An object outside the grains that they may call back.</summary>
public interface IGrainObserver : IAddressable;

/// <summary>What the runtime asks of a grain class.</summary>
public interface IGrainBase
{
    /// <summary>What the runtime knows of this activation.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first call. If it throws, the waiting calls fail and the next call tries again.</summary>
    Task OnActivateAsync(CancellationToken token);

    /// <summary>Runs when the activation goes in good order. It may never run.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token);
}

/// <summary>One activation, as the runtime sees it.</summary>
public interface IGrainContext
{
    GrainId GrainId { get; }

    IServiceProvider ActivationServices { get; }
}

/// <summary>The base class of all grains.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly Activation activation =
        Turn.Current?.Mailbox as Activation ?? throw new InvalidOperationException("A grain is made by the runtime, never with new.");

    public IGrainContext GrainContext => activation;

    protected IGrainFactory GrainFactory => activation.GrainFactory;

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets this activation go once the current call is done; calls that wait meet the next one.</summary>
    protected void DeactivateOnIdle() =>
        activation.Leave(new(DeactivationReasonCode.ApplicationRequested, "The grain asked for it."));
}
