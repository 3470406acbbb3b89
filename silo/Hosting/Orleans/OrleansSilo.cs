using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace CohortCourses.Hosting;

/// <summary>Runs the grains in an Orleans cluster of one silo, on the same documents.</summary>
public static class OrleansSilo
{
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        services.AddSiloStorage(options);
        services.AddKeyedSingleton("Default", (provider, _) => provider.GetRequiredService<IGrainStorage>());
        return services.AddOrleans(silo => silo.UseLocalhostClustering().UseInMemoryReminderService());
    }
}
