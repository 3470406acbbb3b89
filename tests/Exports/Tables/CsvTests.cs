using System.Globalization;
using System.Text;
using System.Text.Json;
using CohortCourses.Exports.Tables;
using CohortCourses.Tests.Exports.Readers;

namespace CohortCourses.Tests.Exports.Tables;

public sealed class CsvTests
{
    [Fact]
    public async Task Csv_ReadByPython_SaysWhatWasWritten()
    {
        using var folder = new TemporaryFolder();
        var tables = Enumerable.Range(1, 60).Select(seed => Samples.Table(seed, rows: seed % 9)).ToList();
        foreach (var (index, table) in tables.Index())
        {
            await using var file = File.Create(folder[string.Create(CultureInfo.InvariantCulture, $"{index:D2}.csv")]);
            await CsvTables.Write(table, file, TestContext.Current.CancellationToken);
        }

        var read = JsonSerializer.Deserialize<List<List<string[]>>>(await Tool.Python("cells.py", folder.ToString()))!;

        Assert.Equal(tables.Count, read.Count);
        foreach (var (table, rows) in tables.Zip(read))
        {
            Assert.Equal(table.Columns.Select(column => column.Name), rows[0]);
            Assert.Equal(await Samples.Said(table), rows[1..].Select(row => row.Select((cell, index) => Restored(table.Columns[index], cell)).ToArray()));
        }
    }

    [Fact]
    public async Task Csv_WithFormulas_StartsNoCellLikeOne()
    {
        using var folder = new TemporaryFolder();
        await using (var file = File.Create(folder["answers.csv"]))
        {
            await CsvTables.Write(Samples.Table(seed: 7, rows: 500), file, TestContext.Current.CancellationToken);
        }

        var read = JsonSerializer.Deserialize<List<List<string[]>>>(await Tool.Python("cells.py", folder.ToString()))!;

        Assert.Contains(read[0], row => row[1].StartsWith("'=", StringComparison.Ordinal));
        Assert.DoesNotContain(read[0], row => row[1].Length > 0 && "=+-@\t\r".Contains(row[1][0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Csv_OfNobody_IsAHeader()
    {
        var bytes = await Samples.Bytes(to => CsvTables.Write(Samples.Table(seed: 1, rows: 0), to, TestContext.Current.CancellationToken));

        Assert.Equal("key,answer,choice,week,hours,done,on,at\r\n", Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "'\ra")]
    [InlineData("'a", "''a")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Defused_IsUndoneByTakingOneApostropheAway(string written, string said)
    {
        Assert.Equal(said, Defused.Text(written));
        Assert.Equal(written, Defused.Restore(said));
    }

    private static string Restored(Column column, string cell) => column.Type == ColumnType.Text ? Defused.Restore(cell) : cell;
}
