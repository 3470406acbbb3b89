using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>A table in a frame that scrolls on a narrow screen, also with the keyboard. Alignment is a class: pages carry no style.</summary>
internal sealed class TableWriter(PageWriter page) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"scrolls\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .WriteEscape(page.Words.Table(page.NextTable(), page.LastHeading)).WriteLine("\">");
        renderer.WriteLine("<table>");
        var rows = table.Cast<TableRow>().ToList();
        WriteRows(renderer, table, "thead", rows.TakeWhile(row => row.IsHeader));
        WriteRows(renderer, table, "tbody", rows.SkipWhile(row => row.IsHeader));
        renderer.WriteLine("</table>");
        renderer.WriteLine("</div>");
    }

    private static void WriteRows(HtmlRenderer renderer, Table table, string part, IEnumerable<TableRow> rows)
    {
        var isOpen = false;
        foreach (var row in rows)
        {
            renderer.Write(isOpen ? "" : $"<{part}>\n").Write("<tr>");
            isOpen = true;
            foreach (var (index, cell) in row.Cast<TableCell>().Index())
            {
                WriteCell(renderer, cell, table.ColumnDefinitions.ElementAtOrDefault(index)?.Alignment, row.IsHeader);
            }

            renderer.WriteLine("</tr>");
        }

        if (isOpen)
        {
            renderer.Write("</").Write(part).WriteLine(">");
        }
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell, TableColumnAlign? align, bool isHeader)
    {
        // A head cell without words heads nothing; a reader would hear an empty name.
        var element = isHeader && cell.Descendants<LeafInline>().Any() ? "th" : "td";
        renderer.Write('<').Write(element).Write(element == "th" ? " scope=\"col\"" : "");
        renderer.Write(align switch
        {
            TableColumnAlign.Right => " class=\"n\"",
            TableColumnAlign.Center => " class=\"c\"",
            _ => "",
        });
        renderer.Write('>');
        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = before;
        renderer.Write("</").Write(element).Write('>');
    }
}
