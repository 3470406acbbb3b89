using System.Collections.Immutable;

namespace CohortCourses.Domain;

/// <summary>A refusal that the caller can expect and explain: a stable code and the values that its sentence needs.</summary>
public sealed record Rejection(string Code, ImmutableSortedDictionary<string, string> Args)
{
    public static Rejection Of(string code, params ReadOnlySpan<(string Name, string Value)> args)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            named[name] = value;
        }

        return new(code, named.ToImmutable());
    }
}

/// <summary>What a rule decided: a new state, the same state, or a refusal.</summary>
public readonly record struct Decision<T>
    where T : class
{
    internal Decision(T? state, bool changed, Rejection? rejection)
    {
        State = state;
        Changed = changed;
        Rejection = rejection;
    }

    /// <summary>The state after the decision; null if refused.</summary>
    public T? State { get; }

    /// <summary>Whether there is something to save.</summary>
    public bool Changed { get; }

    public Rejection? Rejection { get; }

    public static implicit operator Decision<T>(Rejection rejection) => new(null, changed: false, rejection);

    public static implicit operator Decision<T>(T state) => new(state, changed: true, rejection: null);
}

public static class Decision
{
    /// <summary>The command changes nothing, most often because it was sent twice.</summary>
    public static Decision<T> Unchanged<T>(T state)
        where T : class => new(state, changed: false, rejection: null);
}
