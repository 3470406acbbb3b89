using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>Tells faults of the data folder, which whoever runs the server can mend, from bugs.</summary>
public static class DataFaults
{
    /// <summary>What is wrong with the folder or the backup, naming it and the way out; null if the error is another one.</summary>
    public static string? Explain(Exception error) => error is DataFolderException or BackupException ? error.Message : null;
}
