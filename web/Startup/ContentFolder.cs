namespace CohortCourses.Web.Startup;

/// <summary>Finds the courses when nobody says where they are.</summary>
public static class ContentFolder
{
    /// <summary>The folder <c>content</c> here or in a folder above, else in one above the program; null if there is none.</summary>
    public static string? Find() => Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "content");
            if (Directory.Exists(candidate) && Directory.EnumerateFiles(candidate, "course.yaml", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Any())
            {
                return candidate;
            }
        }

        return null;
    }
}
