using System.Reflection;

namespace CohortCourses.Embedded;

/// <summary>How the grains of one process run.</summary>
public sealed class EmbeddedGrainOptions
{
    /// <summary>Where grain classes are looked for.</summary>
    public ISet<Assembly> Assemblies { get; } = new HashSet<Assembly>();

    /// <summary>How long a caller waits, in real time, unless the method says otherwise. Default 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an activation stays without a call; it goes at most a fifth later. Default 15 minutes.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// What idleness is measured by. Real time by default: a course's clock that leaps a day must not empty the memory, and with it
    /// the live feeds.
    /// </summary>
    public TimeProvider IdleClock { get; set; } = TimeProvider.System;

    /// <summary>How long <see cref="IGrainBase.OnDeactivateAsync"/> may take, in real time. Default 30 seconds.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
