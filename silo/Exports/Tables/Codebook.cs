using System.Collections.Immutable;

namespace CohortCourses.Exports.Tables;

/// <summary>A table that says what the columns of others mean, one row for each column.</summary>
public static class Codebook
{
    public const string Name = "codebook";

    private static readonly ImmutableArray<Column> Columns =
    [
        new("table", ColumnType.Text, "Table", "The table that the column is in.") { IsRequired = true },
        new("column", ColumnType.Text, "Column", "The name of the column.") { IsRequired = true },
        new("title", ColumnType.Text, "Title", "What the column is, in a few words."),
        new("type", ColumnType.Text, "Type", "What its cells hold.") { IsRequired = true },
        new("unit", ColumnType.Text, "Unit", "What its numbers count."),
        new("levels", ColumnType.Text, "Levels", "All values that there can be, with their meaning; empty where any can."),
        new("required", ColumnType.Yes, "Always there", "Whether every row has a value. Elsewhere an empty cell is a missing value.") { IsRequired = true },
        new("description", ColumnType.Text, "Description", "What its values mean."),
    ];

    public static Table Of(IReadOnlyList<Table> tables) =>
        new(Name, "Codebook", "What every column of the other sheets means.", Columns, ["table", "column"], _ => Rows(tables).ToAsyncEnumerable());

    public static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Whole => "integer",
        ColumnType.Number => "number",
        ColumnType.Yes => "boolean",
        ColumnType.Day => "date",
        ColumnType.Moment => "datetime",
        _ => "string",
    };

    private static IEnumerable<Cell[]> Rows(IReadOnlyList<Table> tables) =>
        from table in tables
        from column in table.Columns
        select new Cell[]
        {
            table.Name, column.Name, column.Title, TypeName(column.Type), column.Unit, Levels(column), column.IsRequired, column.Description,
        };

    private static string? Levels(Column column) =>
        column.Levels.IsEmpty ? null : string.Join("; ", column.Levels.Select(level => level.Label == level.Value ? level.Value : $"{level.Value} = {level.Label}"));
}
