using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>A data folder whose process ended without tidying up.</summary>
public static class UnheldFolder
{
    /// <summary>Removes a folder with all that is in it, unless a process holds it: the system knows, however one ended.</summary>
    /// <returns>False if it stays: somebody's who runs it, or another user's.</returns>
    public static bool TryRemove(string path)
    {
        try
        {
            using (DataFolder.Hold(path))
            {
            }

            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception error) when (error is DataFolderException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
