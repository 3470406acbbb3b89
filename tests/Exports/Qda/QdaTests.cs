using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CohortCourses.Exports.Qda;
using CohortCourses.Exports.Texts;
using CohortCourses.Tests.Exports.Readers;

namespace CohortCourses.Tests.Exports.Qda;

public sealed class QdaTests
{
    private static readonly Guid Space = new("0d9a4f0e-54c5-4d6a-9d4e-7f6d2f0f4a11");

    private static readonly ImmutableArray<SpokenText> Said =
    [
        new("p-000000", "pulse-w1", "Two lines\nand a 👩‍🔬 before the word here", HasCase: true, [new(10, 15, "time", "ana"), new(10, 15, "time", "ben"), new(0, 3, "help", "ana")]),
        new("b-anonymous", "exit", "كلمة 𝒳 ونهاية", HasCase: false, [new(5, 6, "help", "ben")]),
        new("p-000001", "pulse-w1", "CR\r\nLF", HasCase: true, []),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Project_IsValidByTheStructureOfTheStandard()
    {
        var problems = await Problems(await Samples.Bytes(to => QdaProjects.Write(Project(), to, Stop)));

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Project_OfNobody_IsValid()
    {
        var project = Project() with { Coders = [], Codes = [], Cases = Samples.Table(seed: 1, rows: 0), Texts = AsyncEnumerable.Empty<TextCollection>() };

        Assert.Empty(await Problems(await Samples.Bytes(to => QdaProjects.Write(project, to, Stop))));
    }

    [Fact]
    public async Task Passages_CutOutByPython_AreWhatWasWrittenAndCoded()
    {
        using var folder = new TemporaryFolder();
        await using (var file = File.Create(folder["p.qdpx"]))
        {
            await QdaProjects.Write(Project(), file, Stop);
        }

        using var read = JsonDocument.Parse(await Tool.Python("project.py", folder["p.qdpx"]));
        var passages = read.RootElement.EnumerateArray().Select(Describe).ToList();

        Assert.Equal(
            [
                "went-well (en) | p-000000 of p-000000 | Two lines\nand a 👩‍🔬 before the word here | ",
                "went-well (en) | p-000000 of nobody | and a | Time by Ana, Time by Ben",
                "went-well (en) | p-000000 of nobody | Two | Help by Ana",
                "went-well (en) | b-anonymous of nobody | كلمة 𝒳 ونهاية | ",
                "went-well (en) | b-anonymous of nobody | 𝒳 | Help by Ben",
                "went-well (en) | p-000001 of p-000001 | CR\nLF | ",
            ],
            passages);
    }

    [Fact]
    public async Task Project_OfTheSameData_HasTheSameBytes()
    {
        Task Write(Stream to) => QdaProjects.Write(Project(), to, Stop);

        Assert.Equal(await Samples.Bytes(Write), await Samples.Bytes(Write));
    }

    [Fact]
    public async Task Project_BeginsWithoutAByteOrderMark()
    {
        await using var zip = new ZipArchive(new MemoryStream(await Samples.Bytes(to => QdaProjects.Write(Project(), to, Stop))));
        await using var document = await zip.GetEntry("project.qde")!.OpenAsync(Stop);

        Assert.Equal('<', document.ReadByte());
    }

    internal static QdaProject Project() => new(
        Space,
        "Pilot 2026",
        "A made-up project.",
        [new("ana", "Ana"), new("ben", "Ben")],
        [new("support", "Support", "What carries people", "#1b7f5c", [new("help", "Help", null, null, [])]), new("time", "Time", null, null, [])],
        Samples.Table(seed: 2, rows: 3),
        new[] { new TextCollection("went-well", "What went well?", "en", _ => Said.ToAsyncEnumerable()) }.ToAsyncEnumerable());

    private static string Describe(JsonElement passage)
    {
        var codes = passage.GetProperty("codes").EnumerateArray().Select(code => $"{code[0].GetString()} by {code[1].GetString()}");
        return $"{passage.GetProperty("source").GetString()} | {passage.GetProperty("key").GetString()} of {passage.GetProperty("case").GetString() ?? "nobody"} | {passage.GetProperty("text").GetString()} | {string.Join(", ", codes)}";
    }

    private static async Task<List<string>> Problems(byte[] bytes)
    {
        var schemas = new XmlSchemaSet();
        using var schema = typeof(QdaTests).Assembly.GetManifestResourceStream("project.xsd")!;
        schemas.Add(null, XmlReader.Create(schema));
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        using var text = new StreamReader(await zip.GetEntry("project.qde")!.OpenAsync(Stop), Encoding.UTF8);
        var problems = new List<string>();
        XDocument.Parse(await text.ReadToEndAsync(Stop)).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
