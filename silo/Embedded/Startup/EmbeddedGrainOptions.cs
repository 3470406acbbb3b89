using System.Reflection;

namespace CohortCourses.Embedded;

/// <summary>How the grains of one process run.</summary>
public sealed class EmbeddedGrainOptions
{
    /// <summary>Where grain classes are looked for.</summary>
    public ISet<Assembly> Assemblies { get; } = new HashSet<Assembly>();

    /// <summary>How long a caller waits, in real time, unless the method says otherwise. Default 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an activation stays without a call, by the host's clock; it goes at most a fifth later. Default 15 minutes.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long <see cref="IGrainBase.OnDeactivateAsync"/> may take, in real time. Default 30 seconds.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
