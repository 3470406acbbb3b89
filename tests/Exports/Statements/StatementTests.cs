using System.Text.Json;
using CohortCourses.Exports.Statements;

namespace CohortCourses.Tests.Exports.Statements;

public sealed class StatementTests
{
    private static readonly Statement[] Made =
    [
        new("p-1", Verb.Registered, new("", ActivityKind.Course, "Une formation", "fr"), new(2026, 1, 12)),
        new("p-1", Verb.Completed, new("/week/3", ActivityKind.Module, "Semaine 3", "fr"), new(2026, 2, 2)) { IsComplete = true },
        new("p-2", Verb.Answered, new("/forms/weekly-pulse-w3", ActivityKind.Survey, "Pulse", "en"), new(2026, 2, 3)),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_KeepTheRulesOfXapi()
    {
        using var read = JsonDocument.Parse(await Write("2026-02-04", Made));

        Assert.Equal(Made.Length, read.RootElement.GetArrayLength());
        Assert.All(read.RootElement.EnumerateArray(), statement => Assert.Empty(StatementRules.Broken(statement)));
    }

    [Fact]
    public async Task Statements_MadeAgain_AreTheSame_AndUnderAnotherLabelShareNoId()
    {
        var once = await Write("2026-02-04", Made);

        Assert.Equal(once, await Write("2026-02-04", Made));
        Assert.Empty(Ids(once).Intersect(Ids(await Write("another", Made))));
        Assert.Equal(Made.Length, Ids(once).Distinct().Count());
    }

    [Fact]
    public async Task Statements_OfNobody_AreAnEmptyArray()
    {
        using var read = JsonDocument.Parse(await Write("2026-02-04", []));

        Assert.Equal(0, read.RootElement.GetArrayLength());
    }

    private static Task<byte[]> Write(string label, Statement[] statements) =>
        Samples.Bytes(to => new StatementFile("https://pilot.example/c/pilot", label).Write(statements.ToAsyncEnumerable(), to, Stop));

    private static List<string?> Ids(byte[] bytes)
    {
        using var read = JsonDocument.Parse(bytes);
        return [.. read.RootElement.EnumerateArray().Select(statement => statement.GetProperty("id").GetString())];
    }
}
