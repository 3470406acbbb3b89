using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CohortCourses.Tests.House.Structure;

/// <summary>The source speaks of the project alone: no machine, no feed, nothing left to do.</summary>
public sealed partial class CleanSourceTests
{
    private static readonly string[] Binary = [".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico", ".gif", ".db", ".zip", ".woff2"];

    private static IEnumerable<string> Texts => Repository.Files().Where(path => !Binary.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Texts_NameNoPathOfAMachine() => Flaws.None(Find(MachinePath()), "A path of one machine means nothing on another.");

    [Fact]
    public void Texts_NameNoPackageRegistry() => Flaws.None(Find(Registry()), "Where packages come from is the machine's own choice.");

    [Fact]
    public void Texts_LeaveNothingForLater() => Flaws.None(Find(Later()), "Do it now, or write an issue.");

    [Fact]
    public void NugetConfig_HasRestoreSettingsOnly()
    {
        var config = XDocument.Parse(Repository.Read("nuget.config"));

        Assert.Empty(config.Descendants("packageSources").Concat(config.Descendants("packageSourceMapping")).Concat(config.Descendants("packageSourceCredentials")));
    }

    [Fact]
    public void PackageLocks_NameNoAddress() => Flaws.None(
        Texts.Where(path => Path.GetFileName(path) is "package-lock.json").SelectMany(path => Resolved(JsonDocument.Parse(Repository.Read(path)).RootElement).Select(address => $"{path}: {address}")),
        "npm install --omit-lockfile-registry-resolved leaves the addresses out.");

    private static IEnumerable<string> Resolved(JsonElement lockfile) =>
        from package in lockfile.TryGetProperty("packages", out var packages) ? packages.EnumerateObject() : default
        where package.Value.TryGetProperty("resolved", out _)
        select package.Name;

    private static IEnumerable<string> Find(Regex forbidden) =>
        from path in Texts
        from line in Repository.Lines(path).Select((text, index) => (Text: text, Number: index + 1))
        let found = forbidden.Match(line.Text)
        where found.Success
        select $"{path}:{line.Number}: {found.Value}";

    [GeneratedRegex(@"(?<![\w/.:~-])/(work|home|root|Users|mnt)/[\w.]|[A-Z]:\\(Users|Windows)\\", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"nuget\.org/v3|/v3/index\.json|registry\.(npmjs|yarnpkg)\.|pypi\.org/simple|pkgs\.dev\.azure", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Registry();

    [GeneratedRegex(@"\b(TO" + @"DO|HA" + @"CK|FIX" + @"ME|X" + @"XX)\b|NotImplemented" + "Exception", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Later();
}
