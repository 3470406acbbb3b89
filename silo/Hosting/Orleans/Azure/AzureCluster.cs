using Azure.Data.Tables;
using Azure.Identity;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CohortCourses.Hosting;

/// <summary>Nodes that find each other through a table in the storage account that they share.</summary>
internal static class AzureCluster
{
    /// <remarks>
    /// A node listens at every address that it has: in a container none of them is the one at which it is reached. Nothing on that line asks who calls,
    /// so it belongs into a network of its own.
    /// </remarks>
    public static void JoinCluster(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.ClusterId, settings.ServiceId));
        silo.UseAzureStorageClustering(options => options.TableServiceClient = Tables(settings));
        if (settings.AdvertisedAddress is { } address)
        {
            silo.ConfigureEndpoints(address, settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: true);
        }
        else
        {
            silo.ConfigureEndpoints(settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: true);
        }
    }

    private static TableServiceClient Tables(ClusterSettings settings) => settings.StorageIsAddress
        ? new(new Uri(settings.Storage!.Replace(".blob.", ".table.", StringComparison.Ordinal)), new DefaultAzureCredential())
        : new(settings.Storage);
}
