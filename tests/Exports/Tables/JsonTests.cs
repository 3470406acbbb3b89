using System.Text.Json;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Tests.Exports.Tables;

public sealed class JsonTests
{
    [Fact]
    public async Task Json_SaysExactlyWhatWasWritten_WithItsType()
    {
        var table = Samples.Table(seed: 3, rows: 400);
        var bytes = await Samples.Bytes(to => JsonTables.Write(table, to, TestContext.Current.CancellationToken));

        using var read = JsonDocument.Parse(bytes);
        var rows = read.RootElement.EnumerateArray().ToList();
        Assert.Equal(await Samples.Said(table), rows.Select(row => table.Columns.Select(column => Said(row.GetProperty(column.Name))).ToArray()));
        Assert.Contains(rows, row => row.GetProperty("answer") is { ValueKind: JsonValueKind.String } answer && answer.GetString()!.StartsWith('='));
        Assert.All(rows, row => Assert.True(row.GetProperty("week").ValueKind is JsonValueKind.Number or JsonValueKind.Null));
    }

    [Fact]
    public async Task Json_OfNobody_IsAnEmptyArray()
    {
        var bytes = await Samples.Bytes(to => JsonTables.Write(Samples.Table(seed: 1, rows: 0), to, TestContext.Current.CancellationToken));

        using var read = JsonDocument.Parse(bytes);
        Assert.Equal(0, read.RootElement.GetArrayLength());
    }

    private static string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => value.GetString()!,
    };
}
