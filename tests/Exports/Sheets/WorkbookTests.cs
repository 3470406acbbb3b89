using System.IO.Compression;
using System.Text.Json;
using CohortCourses.Exports.Sheets;
using CohortCourses.Exports.Tables;
using CohortCourses.Exports.Texts;
using CohortCourses.Tests.Exports.Readers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CohortCourses.Tests.Exports.Sheets;

public sealed class WorkbookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workbook_ReadByLibreOffice_SaysWhatTheTablesSay()
    {
        using var folder = new TemporaryFolder();
        Table[] tables = [Samples.Table(seed: 5, rows: 300, "answers"), Samples.Table(seed: 6, rows: 0, "nobody")];
        await using (var file = File.Create(folder["book.xlsx"]))
        {
            await Workbooks.Write(tables, rightToLeft: true, file, Stop);
        }

        await Tool.ConvertToCsv(folder["book.xlsx"]);
        var read = JsonSerializer.Deserialize<List<List<string[]>>>(await Tool.Python("cells.py", folder.ToString()))!;

        // The files are in the order of the sheets' names: answers, codebook, nobody.
        Assert.Equal(3, read.Count);
        Assert.Equal(await Expected(tables[0]), read[0]);
        Assert.Equal(await Expected(Codebook.Of(tables)), read[1]);
        Assert.Equal(await Expected(tables[1]), read[2]);
    }

    [Fact]
    public async Task Workbook_IsValidByTheSchemasOfTheFormat()
    {
        using var memory = new MemoryStream();
        await Workbooks.Write([Samples.Table(seed: 5, rows: 50)], rightToLeft: true, memory, Stop);

        memory.Position = 0;
        using var book = SpreadsheetDocument.Open(memory, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, Stop).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        Assert.All(book.WorkbookPart!.WorksheetParts, sheet => Assert.True(sheet.Worksheet.SheetViews!.Elements<DocumentFormat.OpenXml.Spreadsheet.SheetView>().Single().RightToLeft!.Value));
    }

    [Fact]
    public async Task Workbook_OfTheSameTables_HasTheSameBytes()
    {
        Task Write(Stream to) => Workbooks.Write([Samples.Table(seed: 5, rows: 50)], rightToLeft: false, to, Stop);

        Assert.Equal(await Samples.Bytes(Write), await Samples.Bytes(Write));
    }

    [Fact]
    public async Task Workbook_OfATableLongerThanASheet_GoesOnInTheNextOne()
    {
        Cell[] row = [1];
        var table = new Table("long", "Long", "Long.", [new("n", ColumnType.Whole, "N", "A number.")], [], _ => Enumerable.Repeat(row, Sheet.MostRows + 10).ToAsyncEnumerable());
        using var memory = new MemoryStream();
        await Workbooks.Write([table], rightToLeft: false, memory, Stop);

        memory.Position = 0;
        await using var zip = new ZipArchive(memory);
        using var reader = new StreamReader(await zip.GetEntry("xl/worksheets/sheet2.xml")!.OpenAsync(Stop));
        Assert.Equal(12, (await reader.ReadToEndAsync(Stop)).Split("<x:row").Length - 1);
    }

    [Theory]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(70_000)]
    public void Cell_OfALongText_IsCutWhereACellEnds_AndSaysSo(int length)
    {
        var said = SafeText.ForCell("x" + string.Concat(Enumerable.Repeat("😀", length))[..(length - 1)]);

        Assert.InRange(said.Length, 1, SafeText.MostUnits);
        Assert.Equal(length > SafeText.MostUnits, said.EndsWith(']'));
        Assert.DoesNotContain('\uFFFD', said[..^100]);
    }

    [Fact]
    public void Cell_WithWhatLooksLikeANumberedCharacter_IsEscaped() => Assert.Equal("a _x005F_x0041_", SafeText.ForCell("a _x0041_"));

    /// <summary>A sheet knows no CR and no instant with a T; all else is what the CSV file says.</summary>
    private static async Task<List<string[]>> Expected(Table table)
    {
        var rows = await Samples.Said(table);
        return
        [
            [.. table.Columns.Select(column => column.Name)],
            .. rows.Select(row => row.Select((cell, index) => AsShown(table.Columns[index].Type, cell)).ToArray()),
        ];
    }

    private static string AsShown(ColumnType type, string said) => type switch
    {
        ColumnType.Text => Defused.Text(said).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
        ColumnType.Yes => said.ToUpperInvariant(),
        ColumnType.Moment => said.Replace('T', ' ').TrimEnd('Z'),
        _ => said,
    };
}
