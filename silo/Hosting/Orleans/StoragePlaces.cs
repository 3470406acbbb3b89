using Azure;
using Microsoft.Extensions.Configuration;

namespace CohortCourses.Hosting;

/// <summary>Where else than in a folder this build keeps data: in Azure Storage, under the name that the settings give the pilot.</summary>
internal static class StoragePlaces
{
    public static async Task<DataPlace> OpenAsync(string address)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection([new("Cluster:Storage", address)]).Build();
        var container = ClusterSettings.Read(settings).Documents();
        try
        {
            await container.CreateIfNotExistsAsync();
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException)
        {
            throw new CopyException($"{container.Uri} cannot be used: {error.Message.Split('\n')[0].Trim()}", error);
        }

        return new(container.Uri.AbsoluteUri, new BlobDocumentStore(container));
    }
}
