using CohortCourses.Contracts;
using CohortCourses.Domain;

namespace CohortCourses.Grains.Documents;

/// <summary>Something stored that knows its domain twin.</summary>
public interface IDocument<TState, TDocument>
{
    TState ToState();

    static abstract TDocument From(TState state);
}

/// <summary>A grain over a domain object: a rule decides, the document is saved, then memory moves and the news goes out.</summary>
public abstract class DocumentGrain<TState, TDocument>(IPersistentState<TDocument> document) : RecordGrain<TDocument>(document)
    where TState : class
    where TDocument : class, IDocument<TState, TDocument>
{
    /// <summary>What is remembered, or null.</summary>
    protected TState? State { get; private set; }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        State = Record?.ToState();
        return Task.CompletedTask;
    }

    /// <summary>Decides on a state that must exist. <paramref name="announce"/> is handed what was and what is.</summary>
    protected Task<Outcome> Decide(Rejection unknown, Func<TState, Decision<TState>> rule, Func<TState, TState, Task>? announce = null) =>
        State is { } state
            ? Apply(rule(state), announce is null ? null : after => announce(state, after))
            : Task.FromResult(unknown.ToOutcome());

    /// <summary>Decides on a state that need not exist.</summary>
    protected Task<Outcome> DecideFromNothing(Func<TState?, Decision<TState>> rule, Func<TState, Task>? announce = null) =>
        Apply(rule(State), announce);

    protected async Task Forget()
    {
        await Clear();
        State = null;
    }

    private async Task<Outcome> Apply(Decision<TState> decision, Func<TState, Task>? announce)
    {
        if (decision.Rejection is { } refused)
        {
            return refused.ToOutcome();
        }

        if (decision is { Changed: true, State: { } decided })
        {
            await Save(TDocument.From(decided));
            State = decided;
            if (announce is not null)
            {
                await announce(decided);
            }
        }

        return Outcome.Ok;
    }
}
