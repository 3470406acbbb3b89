using System.Globalization;
using CohortCourses.Exports.Streams;
using CsvHelper;

namespace CohortCourses.Exports.Tables;

/// <summary>RFC 4180 in UTF-8 without a byte order mark: a header, commas, quotes where they are needed, CRLF. Texts are defused.</summary>
public static class CsvTables
{
    private static readonly CsvWriterOptions Rfc4180 = new() { TrueValue = "true", FalseValue = "false" };

    public static async Task Write(Table table, Stream target, CancellationToken cancellation)
    {
        var outlet = new Outlet(target);
        await Write(table, outlet, outlet, cancellation);
        await outlet.Drain(cancellation);
    }

    /// <summary>Writes into something that lies before the outlet, such as an archive.</summary>
    internal static async Task Write(Table table, Stream into, Outlet outlet, CancellationToken cancellation)
    {
        var csv = CsvWriter.Create(into, Rfc4180, leaveOpen: true);
        csv.WriteHeader([.. table.Columns.Select(column => column.Name)]);
        await foreach (var row in table.Read(cancellation))
        {
            Write(csv, table, row);
            await outlet.Relieve(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    private static void Write(CsvWriter csv, Table table, Cell[] row)
    {
        for (var index = 0; index < row.Length; index++)
        {
            Write(csv, table.Columns[index].Type, row[index]);
        }

        csv.EndRecord();
    }

    private static void Write(CsvWriter csv, ColumnType type, Cell cell)
    {
        switch (type)
        {
            case var _ when cell.IsMissing:
                csv.WriteField("");
                break;
            case ColumnType.Whole:
                csv.WriteField(cell.Whole, "", CultureInfo.InvariantCulture);
                break;
            case ColumnType.Number:
                csv.WriteField(cell.Number, "", CultureInfo.InvariantCulture);
                break;
            case ColumnType.Yes:
                csv.WriteField(cell.Yes);
                break;
            case ColumnType.Day:
                csv.WriteField(cell.Day, "yyyy-MM-dd");
                break;
            case ColumnType.Text:
                csv.WriteField(Defused.Text(cell.Text));
                break;
            default:
                csv.WriteField(cell.Say(type));
                break;
        }
    }
}
