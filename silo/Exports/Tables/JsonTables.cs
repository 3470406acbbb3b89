using System.Text.Encodings.Web;
using System.Text.Json;
using CohortCourses.Exports.Streams;

namespace CohortCourses.Exports.Tables;

/// <summary>An array of objects, one row a line, that say exactly what was written; null where a value is missing.</summary>
public static class JsonTables
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task Write(Table table, Stream target, CancellationToken cancellation)
    {
        var outlet = new Outlet(target);
        await using var json = new Utf8JsonWriter(outlet, Options);
        outlet.Say("["u8);
        var first = true;
        await foreach (var row in table.Read(cancellation))
        {
            outlet.Say(first ? "\n"u8 : ",\n"u8);
            first = false;
            Write(json, table, row);
            await outlet.Relieve(cancellation);
        }

        outlet.Say("\n]\n"u8);
        await outlet.Drain(cancellation);
    }

    private static void Write(Utf8JsonWriter json, Table table, Cell[] row)
    {
        json.WriteStartObject();
        for (var index = 0; index < row.Length; index++)
        {
            Write(json, table.Columns[index], row[index]);
        }

        json.WriteEndObject();
        json.Flush();
        json.Reset();
    }

    private static void Write(Utf8JsonWriter json, Column column, Cell cell)
    {
        switch (column.Type)
        {
            case var _ when cell.IsMissing:
                json.WriteNull(column.Name);
                break;
            case ColumnType.Whole:
                json.WriteNumber(column.Name, cell.Whole);
                break;
            case ColumnType.Number:
                json.WriteNumber(column.Name, cell.Number);
                break;
            case ColumnType.Yes:
                json.WriteBoolean(column.Name, cell.Yes);
                break;
            default:
                json.WriteString(column.Name, cell.Say(column.Type));
                break;
        }
    }
}
