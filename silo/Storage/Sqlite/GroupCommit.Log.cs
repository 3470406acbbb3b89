using Microsoft.Extensions.Logging;

namespace CohortCourses.Storage;

internal sealed partial class GroupCommit
{
    [LoggerMessage(3001, LogLevel.Error, "A commit of {Writes} writes failed as {Fault} and was rolled back")]
    private static partial void LogFailed(ILogger logger, int writes, DataFolderFault fault, Exception error);

    [LoggerMessage(3002, LogLevel.Warning, "A commit of {Writes} writes took {Milliseconds:0} ms: the disk is slow or busy")]
    private static partial void LogSlow(ILogger logger, int writes, double milliseconds);
}
