namespace CohortCourses.Storage;

/// <summary>Says what an error of the file system means for the person who runs the server.</summary>
internal static class FolderFaults
{
    /// <exception cref="DataFolderException">The folder cannot be written, or its disk is full.</exception>
    public static T Explain<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw IsFull(error)
                ? new DataFolderException(DataFolderFault.Full, folder,
                    $"The disk that holds {folder} is full. Nothing that was acknowledged is lost. Free some space and start again.", error)
                : new DataFolderException(DataFolderFault.ReadOnly, folder,
                    $"{folder} cannot be written ({error.Message.TrimEnd('.')}). Give the server's user write access to the folder and its files, or name another folder with --data.", error);
        }
    }

    // "No space left" is 28 everywhere but on Windows, which says 112 or 39.
    private static bool IsFull(Exception error) =>
        error is IOException && (OperatingSystem.IsWindows() ? (error.HResult & 0xFFFF) is 112 or 39 : error.HResult is 28);
}
