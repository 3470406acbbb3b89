using System.Globalization;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace CohortCourses.Content.Modules;

internal sealed class HeadingWriter(PageWriter page) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var level = page.Heading.Level.ToString(CultureInfo.InvariantCulture);
        renderer.EnsureLine();
        renderer.Write("<h").Write(level);
        if (page.Heading.Id is { } id)
        {
            renderer.Write(" id=\"").Write(HeadingIds.Prefix).WriteEscape(id).Write('"');
        }

        renderer.Write('>').WriteLeafInline(heading).Write("</h").Write(level).WriteLine(">");
        page.LastHeading = PlainText.Of(heading.Inline);
    }
}

internal sealed class ParagraphWriter(PageWriter page) : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (Figure.In(paragraph) is { } image)
        {
            FigureWriter.Write(renderer, image, page);
        }
        else
        {
            base.Write(renderer, paragraph);
        }
    }
}

/// <summary>Code is written from left to right in every language, and can be scrolled with the keyboard.</summary>
internal sealed class CodeWriter : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock code)
    {
        renderer.EnsureLine();
        renderer.Write("<pre dir=\"ltr\" tabindex=\"0\"><code");
        if (code is FencedCodeBlock { Info: { Length: > 0 } language })
        {
            renderer.Write(" class=\"language-").WriteEscape(language).Write('"');
        }

        renderer.Write('>').WriteLeafRawLines(code, writeEndOfLines: true, escape: true).WriteLine("</code></pre>");
    }
}

/// <summary>A list; one with boxes is a list of tasks, where each box stands beside its text.</summary>
internal sealed class ListWriter(PageWriter page) : HtmlObjectRenderer<ListBlock>
{
    protected override void Write(HtmlRenderer renderer, ListBlock list)
    {
        var element = list.IsOrdered ? "ol" : "ul";
        var hasTasks = list.Any(item => Task((ListItemBlock)item) is not null);
        renderer.EnsureLine();
        renderer.Write('<').Write(element);
        if (list.IsOrdered && list.OrderedStart is { } start && start != "1")
        {
            renderer.Write(" start=\"").WriteEscape(start).Write('"');
        }

        renderer.WriteLine(hasTasks ? " class=\"checks\">" : ">");
        foreach (var item in list.Cast<ListItemBlock>())
        {
            WriteItem(renderer, item, hasTasks, list.IsLoose);
        }

        renderer.Write("</").Write(element).WriteLine(">");
    }

    private void WriteItem(HtmlRenderer renderer, ListItemBlock item, bool hasTasks, bool isLoose)
    {
        var task = Task(item);
        renderer.Write(task is { Checked: true } ? "<li class=\"on\">" : "<li>");
        if (task is not null)
        {
            renderer.Write("<span class=\"box\" role=\"img\" aria-label=\"").WriteEscape(task.Checked ? page.Words.Done : page.Words.ToDo)
                .Write("\">").Write(task.Checked ? "✓" : "").Write("</span>");
        }

        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = !isLoose;
        renderer.Write(hasTasks ? "<div>" : "");
        renderer.WriteChildren(item);
        renderer.Write(hasTasks ? "</div>" : "");
        renderer.ImplicitParagraph = before;
        renderer.WriteLine("</li>");
    }

    private static TaskList? Task(ListItemBlock item) =>
        item.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: TaskList task } ? task : null;
}

/// <summary>The box of a task is written by its list item, before the text.</summary>
internal sealed class TaskMark : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task)
    {
    }
}
