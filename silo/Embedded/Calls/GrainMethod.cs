using System.Reflection;

namespace CohortCourses.Embedded;

/// <summary>What may run beside a call.</summary>
internal enum CallMode
{
    /// <summary>Nothing but what always interleaves.</summary>
    Exclusive,

    /// <summary>Other reads.</summary>
    ReadOnly,

    /// <summary>Anything.</summary>
    Interleaved,
}

/// <summary>A method of a grain or observer interface and what its attributes say.</summary>
internal sealed class GrainMethod(MethodInfo method)
{
    public MethodInfo Method => method;

    public string Name => method.Name;

    public string Interface { get; } = method.DeclaringType!.Name;

    public CallMode Mode { get; } =
        method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? CallMode.Interleaved
        : method.IsDefined(typeof(ReadOnlyAttribute)) ? CallMode.ReadOnly
        : CallMode.Exclusive;

    public bool OneWay { get; } = method.IsDefined(typeof(OneWayAttribute));

    /// <summary>How long a caller waits, or null for the default.</summary>
    public TimeSpan? ResponseTimeout { get; } =
        (method.GetCustomAttribute<ResponseTimeoutAttribute>() ?? method.DeclaringType!.GetCustomAttribute<ResponseTimeoutAttribute>())?.Timeout;
}
