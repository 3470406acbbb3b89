using System.Net;
using System.Net.Sockets;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Reminders;
using Orleans.Serialization;

namespace CohortCourses.Hosting;

/// <summary>Runs the grains on Orleans: alone on localhost, or as one node of a cluster. Web and silo share the process.</summary>
public static class OrleansSilo
{
    /// <summary>Adds the grains and what they stand on. Add it before whatever calls grains: what was added last stops first.</summary>
    public static IServiceCollection AddSilo(this IServiceCollection services, SiloOptions options)
    {
        return services.AddOrleans(silo =>
        {
            if (options.Cluster.IsShared)
            {
                silo.JoinCluster(options.Cluster);
            }
            else
            {
                silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            }

            silo.AddHouse(options);
        });
    }

    /// <summary>All that a node has whichever way it finds the others.</summary>
    public static ISiloBuilder AddHouse(this ISiloBuilder silo, SiloOptions options)
    {
        var services = silo.Services;
        services.AddSiloStorage(options);
        // Orleans has a format of its own, with the names of types in it; ours has none.
        services.AddSingleton<IGrainStorageSerializer, DocumentSerializer>();
        services.AddSingleton<IGrainStorage, NamelessFailures>();
        services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.Add(nameof(CohortCourses)));
        services.AddSingleton<IReminderTable, DocumentReminderTable>();
        silo.AddReminders();
        silo.AddStartupTask(RunStartupTasks);

        // Timers and reminders follow the course's clock, which a demo moves; what the runtime itself times does not.
        services.AddKeyedSingleton(KeyedService.AnyKey, (_, _) => TimeProvider.System);
        services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, (provider, _) => new SharedClock(provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, (provider, _) => new SharedClock(provider.GetRequiredService<TimeProvider>()));

        // There are a few reminders for each cohort, so each node holds all of its own: a clock that leaps passes none by.
        services.Configure<ReminderOptions>(reminders => reminders.ReminderLoadingWindow = TimeSpan.FromDays(3650));
        // What the runtime says of grains names them by their keys, and some are sign-in names. What it says of nodes names nobody.
        services.AddLogging(log => log
            .AddFilter("Orleans", LogLevel.None)
            .AddFilter("Orleans.Runtime.MembershipService", LogLevel.Warning)
            .AddFilter("Orleans.Networking", LogLevel.Warning));
        return silo;
    }

    private static async Task RunStartupTasks(IServiceProvider services, CancellationToken token)
    {
        foreach (var task in services.GetServices<IStartupTask>())
        {
            await task.Execute(token);
        }
    }

    /// <summary>Nobody else speaks to a silo that is alone, so any port does, and several fit on one machine: one below those that systems give to connections.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(12_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: there are many.
            }
        }
    }
}
