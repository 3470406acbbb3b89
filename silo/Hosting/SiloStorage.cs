using System.Diagnostics.Metrics;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CohortCourses.Hosting;

/// <summary>Chooses where documents are kept. The same for every runtime.</summary>
internal static class SiloStorage
{
    /// <summary>A store that is registered already stays; the data folder is taken when the store is first asked for.</summary>
    public static IServiceCollection AddSiloStorage(this IServiceCollection services, SiloOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        if (options.DataFolder is { } folder)
        {
            services.TryAddSingleton(provider => DataFolder.Open(folder, provider.GetRequiredService<TimeProvider>()));
            services.TryAddSingleton<IDocumentStore>(provider => SqliteDocumentStore.Open(
                provider.GetRequiredService<DataFolder>(),
                provider.GetService<ILogger<SqliteDocumentStore>>(),
                provider.GetService<IMeterFactory>()));
            services.TryAddSingleton(provider => new SearchIndex(SearchFile.Open(provider.GetRequiredService<DataFolder>().FullPath)));
        }
        else
        {
            services.TryAddSingleton<IDocumentStore, MemoryDocumentStore>();
        }

        services.TryAddSingleton(_ => DocumentUpgrades.In([.. HouseDocuments.Assemblies, .. options.MoreGrains]));
        services.TryAddSingleton(provider => new StorageProbe(provider.GetRequiredService<IDocumentStore>()));
        services.TryAddSingleton<IGrainStorageSerializer, DocumentSerializer>();
        services.TryAddSingleton<IGrainStorage, DocumentGrainStorage>();
        return services;
    }
}
