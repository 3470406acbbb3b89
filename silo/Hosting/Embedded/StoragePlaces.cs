namespace CohortCourses.Hosting;

/// <summary>Where else than in a folder this build keeps data: nowhere.</summary>
internal static class StoragePlaces
{
    public static Task<DataPlace> OpenAsync(string address) => throw new CopyException(
        "This build keeps data in folders alone. Azure Storage takes one built with -p:GrainRuntime=Orleans: see silo/README.md.");
}
