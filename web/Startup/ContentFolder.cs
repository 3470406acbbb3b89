namespace CohortCourses.Web.Startup;

/// <summary>Finds the courses.</summary>
public static class ContentFolder
{
    /// <summary>The folder <c>content</c> here or in a folder above, else in one above the program; null if there is none.</summary>
    public static string? Find() => Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    /// <exception cref="Complaint">There is no such folder, or no course in it.</exception>
    internal static string Need(string? named)
    {
        if (named is null)
        {
            return Find() ?? throw new Complaint("There is no folder 'content' with courses here or above. Start where it is, or name it with --content.");
        }

        var full = Path.GetFullPath(named);
        return !Directory.Exists(full) ? throw new Complaint($"There is no folder {full}. Name the folder with the courses with --content.")
            : !HoldsCourse(full) ? throw new Complaint($"{full} holds no course: each course is a folder with a course.yaml. Name another folder with --content.")
            : full;
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "content");
            if (Directory.Exists(candidate) && HoldsCourse(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool HoldsCourse(string folder) =>
        Directory.EnumerateFiles(folder, "course.yaml", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Any();
}
