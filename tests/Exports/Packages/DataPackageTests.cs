using System.Text.Json;
using CohortCourses.Exports.Packages;
using CohortCourses.Tests.Exports.Readers;

namespace CohortCourses.Tests.Exports.Packages;

public sealed class DataPackageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_ReadByPython_KeepsTheRulesOfTheStandard()
    {
        using var folder = new TemporaryFolder();
        await using (var file = File.Create(folder["package.zip"]))
        {
            await DataPackages.Write(Package(), file, Stop);
        }

        using var read = JsonDocument.Parse(await Tool.Python("package.py", folder["package.zip"]));
        var descriptor = read.RootElement.GetProperty("descriptor");

        Assert.Empty(PackageRules.Broken(descriptor));
        Assert.Equal(["data/answers.csv", "data/nobody.csv", "README.md", "datapackage.json"], read.RootElement.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        foreach (var (resource, found) in descriptor.GetProperty("resources").EnumerateArray().Zip(read.RootElement.GetProperty("found").EnumerateArray()))
        {
            Assert.Equal(found.GetProperty("bytes").GetInt64(), resource.GetProperty("bytes").GetInt64());
            Assert.Equal(found.GetProperty("hash").GetString(), resource.GetProperty("hash").GetString());
            Assert.Empty(PackageRules.BrokenByRows(resource.GetProperty("schema"), found.GetProperty("rows").Deserialize<List<string[]>>()!));
        }
    }

    [Fact]
    public async Task Package_OfTheSameTables_HasTheSameBytes()
    {
        Task Write(Stream to) => DataPackages.Write(Package(), to, Stop);

        Assert.Equal(await Samples.Bytes(Write), await Samples.Bytes(Write));
    }

    private static DataPackage Package() =>
        new("pilot-2026", "Pilot", "A made-up package.", "# Pilot\n", [Samples.Table(seed: 11, rows: 700, "answers"), Samples.Table(seed: 1, rows: 0, "nobody")]);
}
