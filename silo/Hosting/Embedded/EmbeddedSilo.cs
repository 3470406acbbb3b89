using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CohortCourses.Hosting;

/// <summary>Runs the grains in this process.</summary>
public static class EmbeddedSilo
{
    /// <summary>
    /// Adds the grains and what they stand on. Stopping the host lets calls under way end, so add it before whatever calls grains.
    /// </summary>
    /// <exception cref="ClusterSettingsException">The settings ask for a cluster.</exception>
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        if (options.Cluster.IsShared)
        {
            throw new ClusterSettingsException("Cluster:Storage is set, but this program was built for one process. Leave it out, or build with -p:GrainRuntime=Orleans.");
        }

        services.AddSiloStorage(options);
        services.TryAddSingleton<IReminderStore, DocumentReminderStore>();
        return services.AddEmbeddedGrains(grains =>
            grains.Assemblies.UnionWith([Assembly.Load("CohortCourses.Grains"), .. options.MoreGrains]));
    }
}
