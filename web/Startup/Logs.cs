namespace CohortCourses.Web.Startup;

/// <summary>What is worth a line in the log.</summary>
internal static class Logs
{
    /// <param name="hasStarted">Until then errors reach whoever starts the server, who tells them better.</param>
    public static void KeepToWarnings(this ILoggingBuilder logging, Func<bool> hasStarted) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        // It has nothing to warn of; as long as it may speak, every request is given a trace, whether somebody follows it or not.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && hasStarted());
}
