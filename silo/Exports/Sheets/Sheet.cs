using System.Globalization;
using CohortCourses.Exports.Tables;
using CohortCourses.Exports.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = CohortCourses.Exports.Tables.Cell;
using Column = CohortCourses.Exports.Tables.Column;
using Columns = DocumentFormat.OpenXml.Spreadsheet.Columns;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using Table = CohortCourses.Exports.Tables.Table;

namespace CohortCourses.Exports.Sheets;

/// <summary>One sheet: a header that stays in sight, then rows.</summary>
internal sealed class Sheet : IDisposable
{
    /// <summary>As many rows as a sheet can have.</summary>
    internal const int MostRows = 1_048_576;

    private static readonly SheetCell SheetCell = new();
    private static readonly InlineString InlineString = new();
    private static readonly Text Text = new();
    private static readonly CellValue CellValue = new();
    private static readonly Row Row = new();

    private static readonly OpenXmlAttribute[] Plain = [];
    private static readonly OpenXmlAttribute[] Preserved = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private static readonly OpenXmlAttribute[] TextCell = [new("t", "", "inlineStr")];
    private static readonly OpenXmlAttribute[] HeaderCell = [new("s", "", Styles.Header), new("t", "", "inlineStr")];
    private static readonly OpenXmlAttribute[] YesCell = [new("t", "", "b")];
    private static readonly OpenXmlAttribute[] DayCell = [new("s", "", Styles.Day)];
    private static readonly OpenXmlAttribute[] MomentCell = [new("s", "", Styles.Moment)];

    private readonly Stream _part;
    private readonly OpenXmlWriter _xml;
    private readonly Table _table;
    private int _rows;

    public Sheet(Stream part, Table table, bool rightToLeft)
    {
        _part = part;
        _xml = OpenXmlWriter.Create(part, SafeText.Utf8);
        _table = table;
        _xml.WriteStartDocument();
        _xml.WriteStartElement(new Worksheet());
        _xml.WriteElement(View(rightToLeft));
        _xml.WriteElement(new Columns(table.Columns.Select(Width)));
        _xml.WriteStartElement(new SheetData());
        _xml.WriteStartElement(Row);
        foreach (var column in table.Columns)
        {
            Write(HeaderCell, column.Name);
        }

        _xml.WriteEndElement();
        _rows = 1;
    }

    public bool IsFull => _rows == MostRows;

    public void Write(Cell[] row)
    {
        _xml.WriteStartElement(Row);
        for (var index = 0; index < row.Length; index++)
        {
            Write(_table.Columns[index].Type, row[index]);
        }

        _xml.WriteEndElement();
        _rows++;
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Dispose();
        _part.Dispose();
    }

    private static SheetViews View(bool rightToLeft)
    {
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        var view = new SheetView(frozen) { WorkbookViewId = 0 };
        if (rightToLeft)
        {
            view.RightToLeft = true;
        }

        return new(view);
    }

    private static SheetColumn Width(Column column, int index) => new()
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = column.Type == ColumnType.Text && column.Levels.IsEmpty ? 24 : 14,
        CustomWidth = true,
    };

    private void Write(ColumnType type, Cell cell)
    {
        switch (type)
        {
            case var _ when cell.IsMissing:
                _xml.WriteStartElement(SheetCell, Plain);
                _xml.WriteEndElement();
                break;
            case ColumnType.Text:
                Write(TextCell, SafeText.ForCell(cell.Text));
                break;
            case ColumnType.Whole or ColumnType.Number:
                WriteValue(Plain, cell.Say(type));
                break;
            case ColumnType.Yes:
                WriteValue(YesCell, cell.Yes ? "1" : "0");
                break;
            case ColumnType.Day:
                WriteValue(DayCell, Serial(cell.Day.ToDateTime(TimeOnly.MinValue)));
                break;
            default:
                WriteValue(MomentCell, Serial(cell.Moment));
                break;
        }
    }

    /// <summary>Days since the end of 1899, as spreadsheets count them.</summary>
    private static string Serial(DateTime at) => at.ToOADate().ToString("R", CultureInfo.InvariantCulture);

    private void Write(OpenXmlAttribute[] kind, string text)
    {
        _xml.WriteStartElement(SheetCell, kind);
        _xml.WriteStartElement(InlineString);
        _xml.WriteStartElement(Text, Preserved);
        _xml.WriteString(text);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteValue(OpenXmlAttribute[] kind, string value)
    {
        _xml.WriteStartElement(SheetCell, kind);
        _xml.WriteStartElement(CellValue);
        _xml.WriteString(value);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }
}
