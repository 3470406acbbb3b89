namespace CohortCourses.Storage;

/// <summary>A backup cannot be made or restored; nothing was changed. The message says why and what to do.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
