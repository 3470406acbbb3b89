using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Hosting;

/// <summary>Runs the grains in an Orleans cluster of one silo.</summary>
public static class OrleansSilo
{
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        services.AddSiloStorage(options);
        return services.AddOrleans(silo => silo.UseLocalhostClustering().UseInMemoryReminderService());
    }
}
