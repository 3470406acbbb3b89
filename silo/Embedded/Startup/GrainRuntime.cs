using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CohortCourses.Embedded;

/// <summary>The grains of one host: their classes, their references and what is in memory.</summary>
internal sealed class GrainRuntime : IGrainFactory, IDisposable
{
    private readonly ConcurrentDictionary<IGrainObserver, ObserverMailbox> observers = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Type, GrainClass> byContract = new();
    private readonly CancellationTokenSource aborted = new();
    private readonly Housekeeping housekeeping;
    private readonly GrainCatalog catalog;
    private volatile bool stopping;

    public GrainRuntime(IServiceProvider services, IOptions<EmbeddedGrainOptions> options, TimeProvider clock, ILogger<GrainRuntime> log)
    {
        (Services, Options, Clock, Log) = (services, options.Value, clock, log);
        Filters = [.. services.GetServices<IIncomingGrainCallFilter>()];
        catalog = new(this);
        Metrics = new(services.GetService<IMeterFactory>(), CountActive);
        housekeeping = new(this, catalog.ShortestTimeout);
    }

    public IServiceProvider Services { get; }

    public EmbeddedGrainOptions Options { get; }

    public TimeProvider Clock { get; }

    public ILogger Log { get; }

    public IIncomingGrainCallFilter[] Filters { get; }

    public GrainMetrics Metrics { get; }

    /// <summary>Whether calls from outside the grains are taken.</summary>
    public bool TakesCalls => !stopping;

    /// <summary>Set when the host cannot wait for the grains any longer.</summary>
    public CancellationToken Aborted => aborted.Token;

    public IEnumerable<Activation> Activations => catalog.Classes.SelectMany(each => each.Activations);

    public IEnumerable<Mailbox> Mailboxes => Activations.Concat<Mailbox>(observers.Values);

    public static Exception Stopped() => new InvalidOperationException("The grains are stopping and take no new calls.");

    public TGrain GetGrain<TGrain>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrain : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrEmpty(primaryKey);
        var grainClass = grainClassNamePrefix is null
            ? byContract.GetOrAdd(typeof(TGrain), static (contract, catalog) => catalog.Implementing(contract, prefix: null), catalog)
            : catalog.Implementing(typeof(TGrain), grainClassNamePrefix);
        return (TGrain)(object)ReferenceShape.Of(typeof(TGrain)).ToGrain(this, grainClass, primaryKey);
    }

    public TObserver CreateObjectReference<TObserver>(IGrainObserver obj)
        where TObserver : IGrainObserver
    {
        if (obj is not TObserver)
        {
            throw new ArgumentException($"{obj.GetType()} is no {typeof(TObserver)}.", nameof(obj));
        }

        var mailbox = observers.GetOrAdd(obj, static (target, self) => new(self, target), this);
        return (TObserver)(object)ReferenceShape.Of(typeof(TObserver)).ToObserver(this, mailbox);
    }

    public void DeleteObjectReference<TObserver>(IGrainObserver obj)
        where TObserver : IGrainObserver
    {
        if (observers.TryRemove(obj, out var mailbox))
        {
            mailbox.Close();
        }
    }

    public GrainClass? Named(string grainType) => catalog.Named(grainType);

    /// <summary>Takes no more calls from outside, lets what is under way end, and lets all activations go.</summary>
    public async Task Drain(CancellationToken token)
    {
        stopping = true;
        await using var abort = token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), aborted);
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process stops.");
        while (Activations.ToArray() is { Length: > 0 } activations)
        {
            await Task.WhenAll(activations.Select(each => each.Drain(reason))).WaitAsync(token);
        }
    }

    public void Dispose()
    {
        stopping = true;
        housekeeping.Dispose();
        Metrics.Dispose();
        aborted.Dispose();
    }

    private IEnumerable<Measurement<int>> CountActive() => catalog.Classes.Select(each => new Measurement<int>(each.Count, each.Tag));
}
