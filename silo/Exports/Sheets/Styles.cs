using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CohortCourses.Exports.Sheets;

/// <summary>How cells look: as little as a workbook can do with, a bold header, days and instants.</summary>
internal static class Styles
{
    public const string Header = "1";
    public const string Day = "2";
    public const string Moment = "3";

    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm:ss" }) { Count = 2 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(Format()) { Count = 1 },
        new CellFormats(Format(), Format(font: 1), Format(DayFormat), Format(MomentFormat)) { Count = 4 });

    private static CellFormat Format(uint number = 0, uint font = 0)
    {
        var format = new CellFormat { NumberFormatId = number, FontId = font, FillId = 0, BorderId = 0 };
        if (number != 0)
        {
            format.ApplyNumberFormat = BooleanValue.FromBoolean(true);
        }

        if (font != 0)
        {
            format.ApplyFont = BooleanValue.FromBoolean(true);
        }

        return format;
    }
}
