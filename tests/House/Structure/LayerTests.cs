using System.Text.RegularExpressions;

namespace CohortCourses.Tests.House.Structure;

/// <summary>What the compiler lets through, since references are transitive, and the house does not.</summary>
public sealed partial class LayerTests
{
    private static readonly string[] Sources = [".cs", ".cshtml"];

    [Fact]
    public void Web_InEveryFile_AsksContractsAndReachesNoFloorBelow() => Flaws.None(
        Find(Repository.FilesUnder("web", Sources), Below()),
        "Web asks CohortCourses.Contracts, renders with CohortCourses.Content and starts CohortCourses.Hosting; what it needs to know goes into a contract.");

    [Fact]
    public void Runtimes_InGrainsContractsDomainAndWeb_AreNotNamed() => Flaws.None(
        Find(new[] { "silo/Grains", "silo/Contracts", "silo/Domain", "web" }.SelectMany(folder => Repository.FilesUnder(folder, Sources)), RuntimeName()),
        "build/GrainRuntime.props says which runtime it is, silo/Hosting wires it; nothing else knows.");

    [Fact]
    public void Code_InGrainsContractsDomainAndWeb_IsTheSameForEveryRuntime() => Flaws.None(
        Find(new[] { "silo/Grains", "silo/Contracts", "silo/Domain", "web" }.SelectMany(folder => Repository.FilesUnder(folder, Sources)), Conditional()),
        "What differs between runtimes is wiring, in silo/Hosting.");

    [Fact]
    public void Domain_InEveryFile_KnowsNoClockNoGrainAndNoWeb() => Flaws.None(
        Find(Repository.FilesUnder("silo/Domain", Sources), Impure()),
        "Rules are handed the instant and decide; whoever asks them loads and saves.");

    private static IEnumerable<string> Find(IEnumerable<string> files, Regex forbidden) =>
        from file in files
        from line in Repository.Lines(file).Select((text, index) => (Text: text, Number: index + 1))
        let found = forbidden.Match(line.Text)
        where found.Success
        select $"{file}:{line.Number}: {found.Value}";

    [GeneratedRegex(@"CohortCourses\.(Domain|Grains|Storage|Embedded)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Below();

    [GeneratedRegex(@"\bOrleans\b|CohortCourses\.Embedded\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuntimeName();

    [GeneratedRegex(@"^\s*#\s*(if|elif)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\b(TimeProvider|SystemClock|DateTime\.|DateTimeOffset\.|HttpContext|IGrainFactory|System\.IO|File\.|async |Task<|Random\b|Guid\.NewGuid)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Impure();
}
