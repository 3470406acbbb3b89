using System.Globalization;
using System.Xml;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Media;

/// <summary>Reads an SVG drawing: its size, and that it holds nothing that runs or loads.</summary>
internal static class Drawing
{
    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    public static (int Width, int Height)? Read(ReadOnlyMemory<byte> bytes, ProblemLog problems)
    {
        (int, int)? size = null;
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), Settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (size is null)
                {
                    size = SizeOf(xml, problems);
                    if (size is null)
                    {
                        return null;
                    }
                }

                CheckElement(xml, problems);
            }
        }
        catch (XmlException error)
        {
            problems.Add(error.LineNumber, $"The drawing is not well-formed XML: {error.Message}", "Export it again as plain SVG, without a document type.");
            return null;
        }

        return size;
    }

    private static (int, int)? SizeOf(XmlReader xml, ProblemLog problems)
    {
        if (xml.LocalName != "svg")
        {
            problems.Add(Line(xml), "The file is not an SVG drawing.", "Export it again as plain SVG.");
            return null;
        }

        var box = (xml.GetAttribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var width = Pixels(xml.GetAttribute("width")) ?? (box.Length == 4 ? Pixels(box[2]) : null);
        var height = Pixels(xml.GetAttribute("height")) ?? (box.Length == 4 ? Pixels(box[3]) : null);
        if (width is null || height is null)
        {
            problems.Add(Line(xml), "The drawing does not say how large it is.", "Give the svg element a viewBox such as \"0 0 640 360\".");
        }

        return (width ?? 0, height ?? 0);
    }

    private static void CheckElement(XmlReader xml, ProblemLog problems)
    {
        var element = xml.LocalName;
        var line = Line(xml);
        if (element is "script" or "foreignObject" or "iframe" or "handler" or "listener")
        {
            problems.Add(line, $"The drawing holds a `{element}` element.", "Remove it; a drawing only draws.");
        }

        while (xml.MoveToNextAttribute())
        {
            var loads = xml.LocalName == "href" && !xml.Value.StartsWith('#')
                && !xml.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);
            if (loads || xml.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(line, $"The drawing holds `{xml.Name}`, which loads or runs something.", "Remove the attribute; a drawing only draws.");
            }
        }

        xml.MoveToElement();
    }

    private static int? Pixels(string? text)
    {
        text = text?.Trim();
        text = text is not null && text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels) && pixels is > 0 and < 20_000
            ? (int)Math.Round(pixels)
            : null;
    }

    private static int Line(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;
}
