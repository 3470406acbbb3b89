using System.Reflection;

namespace CohortCourses.Hosting;

/// <summary>What the grains of this process stand on.</summary>
public sealed record SiloOptions
{
    /// <summary>Where state is kept; null keeps it in memory, for tests.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Which other nodes there are. Alone unless set.</summary>
    public ClusterSettings Cluster { get; init; } = new();

    /// <summary>Grain classes beside those of the house.</summary>
    public IReadOnlyList<Assembly> MoreGrains { get; init; } = [];
}
