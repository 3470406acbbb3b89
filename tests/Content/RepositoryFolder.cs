namespace CohortCourses.Tests.Content;

/// <summary>Finds folders of the repository that tests read as they are.</summary>
internal static class RepositoryFolder
{
    public static string Content { get; } = Path.Combine(Root(), "content");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CohortCourses.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
