using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CohortCourses.Hosting;

/// <summary>Nodes that find each other through a table in the storage account that they share, and keep all documents in a container beside it.</summary>
internal static class AzureCluster
{
    /// <remarks>
    /// A node listens at every address that it has: in a container none of them is the one at which it is reached. Nothing on that line asks who calls,
    /// so it belongs into a network of its own.
    /// </remarks>
    public static void JoinCluster(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Services.AddSingleton<IDocumentStore>(_ => new BlobDocumentStore(settings.Documents()));
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.ClusterId, settings.ServiceId));
        silo.ExpectDeadNodes();
        silo.UseAzureStorageClustering(options => options.TableServiceClient = settings.Tables());
        if (settings.AdvertisedAddress is { } address)
        {
            silo.ConfigureEndpoints(address, settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: true);
        }
        else
        {
            silo.ConfigureEndpoints(settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: true);
        }
    }
}
