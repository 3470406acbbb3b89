using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Tests.Exports;

/// <summary>Tables with what people write and programs stumble over. A seed gives the same table on every run.</summary>
internal static class Samples
{
    private static readonly string[] Pieces =
    [
        "=1+1", "+49", "-", "@cmd", "\t", "\r", "\n", "\r\n", "'", "''", "\"", ",", ";", " ", "a", "Été", "السلام عليكم", "שלום", "日本", "👩‍🔬", "𝒳", "e\u0301", "_x0041_",
        "<b>&amp;</b>", "]]>", "NULL", "0012", "1e5", "2026-02-01", "true", "\u2028", "\u200F", "\u00A0", "|", "\\", "=HYPERLINK(\"x\")",
    ];

    public static readonly ImmutableArray<Column> Columns =
    [
        new("key", ColumnType.Text, "Study key", "Stands for a participant.") { IsRequired = true },
        new("answer", ColumnType.Text, "Answer", "What was written."),
        new("choice", ColumnType.Text, "Choice", "What was chosen.") { Levels = [new("yes", "Oui = yes"), new("no", "Non; no")] },
        new("week", ColumnType.Whole, "Week", "Counted from 1.") { Unit = "weeks" },
        new("hours", ColumnType.Number, "Hours", "Time spent.") { Unit = "hours" },
        new("done", ColumnType.Yes, "Done", "Whether it is complete."),
        new("on", ColumnType.Day, "Day", "In the zone of the cohort."),
        new("at", ColumnType.Moment, "Instant", "In UTC."),
    ];

    public static Table Table(int seed, int rows, string name = "sample") =>
        new(name, "A sample", "Made up.", Columns, ["key"], _ => Rows(seed, rows).ToAsyncEnumerable());

    public static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(0, 6); count > 0; count--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }

    /// <summary>The cells as texts, undefused.</summary>
    public static async Task<List<string[]>> Said(Table table)
    {
        var said = new List<string[]>();
        await foreach (var row in table.Read(CancellationToken.None))
        {
            said.Add([.. row.Select((cell, index) => cell.Say(table.Columns[index].Type))]);
        }

        return said;
    }

    public static async Task<byte[]> Bytes(Func<Stream, Task> write)
    {
        using var memory = new MemoryStream();
        await write(memory);
        return memory.ToArray();
    }

    private static IEnumerable<Cell[]> Rows(int seed, int rows)
    {
        var random = new Random(seed);
        for (var row = 0; row < rows; row++)
        {
            yield return
            [
                string.Create(CultureInfo.InvariantCulture, $"p-{row:D6}"),
                Maybe(random, Text(random)),
                Maybe(random, random.Next(2) == 0 ? "yes" : "no"),
                Maybe(random, random.Next(-3, 60)),
                Maybe(random, random.Next(-9999, 9999) / 100.0),
                Maybe(random, random.Next(2) == 0),
                Maybe(random, new DateOnly(2026, 1, 1).AddDays(random.Next(400))),
                Maybe(random, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(40_000_000))),
            ];
        }
    }

    private static Cell Maybe(Random random, Cell cell) => random.Next(6) == 0 ? Cell.Missing : cell;
}
