namespace CohortCourses.Tests.House.Structure;

public sealed class ProjectReferenceTests
{
    /// <summary>All arrows of the house. They go down: web, hosting, grains, contracts and content, the ground.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Embedded"] = [],
        ["Exports"] = [],
        ["Storage"] = [Project.Runtime],
        ["Contracts"] = [Project.Runtime],
        ["Content"] = ["Domain"],
        ["Grains"] = [Project.Runtime, "Contracts", "Domain", "Storage"],
        ["Hosting"] = [Project.Runtime, "Grains", "Storage"],
        ["Web"] = [Project.Runtime, "Contracts", "Content", "Exports", "Hosting"],
        ["Domain.Tests"] = ["Domain"],
        ["Content.Tests"] = ["Content"],
        ["Exports.Tests"] = ["Exports"],
        ["TalkProcess"] = [Project.Runtime, "Hosting"],
        ["StoreProcess"] = [Project.Runtime, "Storage"],
        ["Storage.Tests"] = [Project.Runtime, "Storage", "StoreProcess", "Hosting"], // the last with Orleans alone: the store on Azure Storage is wiring
        ["Grains.Tests"] = [Project.Runtime, "Hosting", "TalkProcess"],
        ["House.Tests"] = [Project.Runtime, "Hosting"],
        ["Web.Tests"] = [Project.Runtime, "Web"],
        ["Browser.Tests"] = [Project.Runtime, "Web"],
        ["Benchmarks"] = [Project.Runtime, "Web", "Hosting", "Storage"],
    };

    /// <summary>What the rules and the questions may be made of: a calendar and the distributions of statistics, and nothing.</summary>
    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Domain"] = ["MathNet.Numerics", "NodaTime"],
        ["Contracts"] = [],
    };

    [Fact]
    public void References_OfEveryProject_AreTheAllowedArrows() => Flaws.None(
        Project.All.SelectMany(project => project.References
            .Except(Arrows.GetValueOrDefault(project.Name, []))
            .Select(to => $"New arrow: {project.Name} -> {to}")),
        "Arrows go down the floors of the house. If this one should, say so in ProjectReferenceTests.Arrows and in silo/README.md.");

    [Fact]
    public void References_OfEveryProject_AreListed() => Flaws.None(
        Project.All.Select(project => project.Name).Where(name => !Arrows.ContainsKey(name)).Select(name => $"No place in the house: {name}"),
        "Give the project a line in ProjectReferenceTests.Arrows.");

    [Fact]
    public void Packages_OfRulesAndQuestions_AreTheAllowedOnes() => Flaws.None(
        Project.All.Where(project => Packages.ContainsKey(project.Name)).SelectMany(project => project.Packages
            .Except(Packages[project.Name])
            .Select(package => $"New package: {project.Name} -> {package}")),
        "What is true and what may be asked need no library but the calendar's and that of the distributions.");

    [Fact]
    public void Solution_OfEveryProjectOnDisk_HasALine()
    {
        var solution = Repository.Read("CohortCourses.sln").Replace('\\', '/');

        Flaws.None(
            Project.All.Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)).Select(project => $"Not in the solution: {project.Path}"),
            "dotnet sln add it, so that one build builds everything.");
    }
}
