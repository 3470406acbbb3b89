using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Exports.Streams;
using CohortCourses.Exports.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CohortCourses.Exports.Sheets;

/// <summary>The files of a workbook around its sheets: which there are, how they hang together, how cells look.</summary>
internal static class WorkbookParts
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Part = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    public static void Write(Archive archive, ImmutableArray<string> sheets)
    {
        Write(archive, "xl/workbook.xml", new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(sheets.Select((name, index) =>
            new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = (uint)index + 1, Id = Id(index + 1) }))));
        Write(archive, "xl/styles.xml", Styles.Sheet());
        var numbers = Enumerable.Range(1, sheets.Length);
        archive.Write("xl/_rels/workbook.xml.rels", Document($"""
            <Relationships xmlns="{Relations}">{string.Concat(numbers.Select(number =>
                Relation(Id(number), "worksheet", SheetPath(number)["xl/".Length..])))}{Relation("styles", "styles", "styles.xml")}</Relationships>
            """));
        archive.Write("_rels/.rels", Document($"""<Relationships xmlns="{Relations}">{Relation("workbook", "officeDocument", "xl/workbook.xml")}</Relationships>"""));
        archive.Write("[Content_Types].xml", Document($"""
            <Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{
                Override("xl/workbook.xml", "sheet.main")}{Override("xl/styles.xml", "styles")}{string.Concat(numbers.Select(number => Override(SheetPath(number), "worksheet")))}</Types>
            """));
    }

    private static void Write(Archive archive, string path, OpenXmlElement root)
    {
        using var part = archive.Begin(path);
        using var xml = OpenXmlWriter.Create(part, SafeText.Utf8);
        xml.WriteStartDocument();
        xml.WriteElement(root);
    }

    private static string Document(string root) => $"""<?xml version="1.0" encoding="utf-8" standalone="yes"?>{root}""";

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"sheet{number}");

    private static string Relation(string id, string kind, string target) => $"""<Relationship Id="{id}" Type="{Office}/{kind}" Target="{target}"/>""";

    private static string Override(string path, string kind) => $"""<Override PartName="/{path}" ContentType="{Part}.{kind}+xml"/>""";
}
