namespace CohortCourses.Storage;

/// <summary>Why a data folder cannot be used.</summary>
public enum DataFolderFault
{
    InUse,
    Newer,
    Damaged,
    ReadOnly,
    Full,
    Failed,
}

/// <summary>A data folder cannot be used; the message names it and the way out, in words for the person who runs the server.</summary>
public sealed class DataFolderException(DataFolderFault fault, string folder, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public DataFolderFault Fault { get; } = fault;

    public string Folder { get; } = folder;
}
