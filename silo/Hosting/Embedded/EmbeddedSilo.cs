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
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        services.AddSiloStorage(options);
        services.TryAddSingleton<IReminderStore, DocumentReminderStore>();
        return services.AddEmbeddedGrains(grains =>
            grains.Assemblies.UnionWith([Assembly.Load("CohortCourses.Grains"), .. options.MoreGrains]));
    }
}
