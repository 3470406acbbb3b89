using CohortCourses.Embedded;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class EmbeddedGrainServices
{
    /// <summary>
    /// Runs grains in this process. They need an <see cref="IGrainStorage"/> if they have state and an <see cref="IReminderStore"/> if
    /// they use reminders; the clock is the registered <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddEmbeddedGrains(this IServiceCollection services, Action<EmbeddedGrainOptions> configure)
    {
        services.AddOptions<EmbeddedGrainOptions>().Configure(configure);
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GrainRuntime>();
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainRuntime>());
        services.TryAddSingleton<ReminderSchedule>();
        services.AddHostedService<GrainHost>();
        return services;
    }
}
