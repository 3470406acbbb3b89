namespace CohortCourses.Tests.Grains.Conformance;

public interface ILifeProbe : IGrainWithStringKey
{
    Task<Guid> Activation();

    Task Leave();

    /// <summary>Waits for the signal "key go".</summary>
    Task Linger();
}

/// <summary>Notes "alive" and "gone"; cannot come alive while the note "key sick" is newer than "key well".</summary>
[GrainType("life-probe")]
public sealed class LifeProbe(Signals signals) : Grain, ILifeProbe
{
    private readonly Guid activation = Guid.NewGuid();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (signals.Notes($"{this.GetPrimaryKeyString()} health") is [.., "sick"])
        {
            throw new FormatException("sick");
        }

        signals.Note(this.GetPrimaryKeyString(), "alive");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note(this.GetPrimaryKeyString(), "gone");
        return Task.CompletedTask;
    }

    public Task<Guid> Activation() => Task.FromResult(activation);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task Linger()
    {
        signals.Note(this.GetPrimaryKeyString(), "lingers");
        await signals.Wait($"{this.GetPrimaryKeyString()} go");
    }
}
