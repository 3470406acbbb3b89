using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace CohortCourses.Hosting;

/// <summary>The storage account that nodes share, opened with the key in its connection string, or as the machine that this runs on.</summary>
internal static class AzureAccount
{
    /// <summary>A request that takes longer is made again, while whoever waits for it still waits.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(5);

    extension(ClusterSettings settings)
    {
        /// <summary>The container with the pilot's documents, which is called like the pilot.</summary>
        public BlobContainerClient Documents()
        {
            var options = new BlobClientOptions { Retry = { NetworkTimeout = LongestRequest, MaxRetries = 3, Delay = TimeSpan.FromMilliseconds(200) } };
            var account = settings.StorageIsAddress
                ? new BlobServiceClient(new Uri(settings.Storage!), new DefaultAzureCredential(), options)
                : new BlobServiceClient(settings.Storage, options);
            return account.GetBlobContainerClient(settings.ServiceId.ToLowerInvariant());
        }

        /// <summary>The tables beside it.</summary>
        public TableServiceClient Tables() => settings.StorageIsAddress
            ? new(new Uri(settings.Storage!.Replace(".blob.", ".table.", StringComparison.Ordinal)), new DefaultAzureCredential())
            : new(settings.Storage);
    }
}
