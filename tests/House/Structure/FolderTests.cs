namespace CohortCourses.Tests.House.Structure;

/// <summary>Folders say what a thing is about. The same feature has the same name in every project.</summary>
public sealed class FolderTests
{
    private static readonly string[] Features =
    [
        "Catalog", "Cohorts", "Courses", "Discussion", "Evaluation", "Feedback", "Learners", "Live", "Mail", "Moderation", "People", "Search",
    ];

    /// <summary>What else a project is made of, at its first level.</summary>
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["silo/Contracts"] = [],
        ["silo/Domain"] = ["Decisions"],
        ["silo/Grains"] = ["Documents"],
        ["silo/Content"] = ["Media", "Modules", "Translations"],
        ["silo/Embedded"] = ["Activations", "Calls", "Model", "Observers", "Reminders", "Startup", "State", "Timers"],
        ["silo/Exports"] = ["Packages", "Qda", "Sheets", "Statements", "Streams", "Tables", "Texts"],
        ["silo/Hosting"] = ["Data", "Embedded", "Orleans", "Time"],
        ["silo/Storage"] = ["Backups", "Documents", "Folder", "Grains", "Memory", "Sqlite"],
        ["web"] = ["Api", "Calendar", "Commands", "Demo", "Errors", "Health", "Organise", "Policy", "Shared", "Startup", "Texts", "wwwroot"],
        ["tests/Domain"] = [],
        ["tests/Grains"] = ["Cluster", "Conformance", "Documents", "Embedded", "Hosting", "Pilots", "TalkProcess", "golden"],
    };

    private static readonly string[] TechnicalKinds = ["Models", "Helpers", "Utils", "Utilities", "Services", "Managers", "Common", "Misc", "Interfaces", "Dtos"];

    [Fact]
    public void Folders_OfEveryProject_AreFeaturesOrItsOwnParts() => Flaws.None(
        from project in Parts
        from folder in Repository.Folders(project.Key)
        where !Features.Contains(folder) && !project.Value.Contains(folder)
        select $"{project.Key}/{folder}",
        $"The features are {string.Join(", ", Features)}. A new word goes into FolderTests, so that everyone uses the same one.");

    [Fact]
    public void Folders_Anywhere_AreNotNamedAfterTechnicalKinds() => Flaws.None(
        Repository.Files()
            .SelectMany(path => path.Split('/')[..^1].Where(folder => TechnicalKinds.Contains(folder, StringComparer.OrdinalIgnoreCase)).Select(folder => path))
            .Distinct(StringComparer.Ordinal),
        "Name the folder after what its files are about.");
}
