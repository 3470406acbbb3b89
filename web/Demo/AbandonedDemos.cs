using CohortCourses.Hosting;

namespace CohortCourses.Web.Demo;

/// <summary>
/// A demo takes its temporary folder with it when it stops. One that was killed leaves it behind, so the next one to start removes it, if no process
/// holds it.
/// </summary>
internal static class AbandonedDemos
{
    public const string Prefix = "cohortcourses-demo-";

    /// <summary>One that is starting has its folder for an instant before it holds it.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(10);

    public static void Remove(string within)
    {
        foreach (var folder in new DirectoryInfo(within).EnumerateDirectories($"{Prefix}*"))
        {
            if (folder.LinkTarget is null && TimeProvider.System.GetUtcNow().UtcDateTime - folder.LastWriteTimeUtc > Young)
            {
                UnheldFolder.TryRemove(folder.FullName);
            }
        }
    }
}
