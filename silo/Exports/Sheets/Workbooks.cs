using System.Collections.Immutable;
using CohortCourses.Exports.Streams;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Exports.Sheets;

/// <summary>
/// One workbook (ECMA-376) with a sheet for each table and a codebook. Cells have types; texts are defused and cut at what a cell can hold.
/// A table longer than a sheet goes on in the next one. It holds no clock: the same tables give the same bytes.
/// </summary>
public static class Workbooks
{
    public static async Task Write(IReadOnlyList<Table> tables, bool rightToLeft, Stream target, CancellationToken cancellation)
    {
        var outlet = new Outlet(target);
        using (var archive = new Archive(outlet))
        {
            var sheets = ImmutableArray.CreateBuilder<string>();
            foreach (var table in tables.Append(Codebook.Of(tables)))
            {
                await Write(archive, sheets, table, rightToLeft, cancellation);
            }

            WorkbookParts.Write(archive, sheets.ToImmutable());
        }

        await outlet.Drain(cancellation);
    }

    private static async Task Write(Archive archive, ImmutableArray<string>.Builder sheets, Table table, bool rightToLeft, CancellationToken cancellation)
    {
        await using var rows = table.Read(cancellation).GetAsyncEnumerator(cancellation);
        var more = await rows.MoveNextAsync();
        var part = 1;
        do
        {
            sheets.Add(part == 1 ? table.Name : $"{table.Name} ({part})");
            using var sheet = new Sheet(archive.Begin(WorkbookParts.SheetPath(sheets.Count)), table, rightToLeft);
            for (; more && !sheet.IsFull; more = await rows.MoveNextAsync())
            {
                sheet.Write(rows.Current);
                await archive.Outlet.Relieve(cancellation);
            }

            part++;
        }
        while (more);
    }
}
