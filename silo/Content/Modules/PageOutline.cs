using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace CohortCourses.Content.Modules;

/// <summary>Cuts a parsed page into segments and keeps the containers around them.</summary>
internal sealed class PageOutline(MarkdownDocument document, string body, int linesAbove, ProblemLog problems)
{
    private const int MostMinutes = 600;

    public ImmutableArray<Segment>.Builder Segments { get; } = ImmutableArray.CreateBuilder<Segment>();

    public void Add(FrontMatter front)
    {
        AddText(SegmentKind.Title, front.Title);
        AddText(SegmentKind.Summary, front.Summary);
        foreach (var outcome in front.Outcomes)
        {
            AddText(SegmentKind.Outcome, outcome);
        }
    }

    public ImmutableArray<PageNode> Build()
    {
        var nodes = Nodes(document);
        foreach (var note in document.OfType<FootnoteGroup>().SelectMany(group => group.OfType<Footnote>()).OrderBy(note => note.Line))
        {
            Segments.Add(new(SegmentKind.Footnote, note.Label + " " + TextOf(note), LineOf(note), note));
        }

        return nodes;
    }

    private void AddText(SegmentKind kind, (string Text, int Line)? text)
    {
        if (text is { } known)
        {
            Segments.Add(new(kind, known.Text, known.Line, null));
        }
    }

    private ImmutableArray<PageNode> Nodes(ContainerBlock parent)
    {
        var nodes = ImmutableArray.CreateBuilder<PageNode>();
        foreach (var block in parent)
        {
            switch (block)
            {
                case FootnoteGroup or LinkReferenceDefinitionGroup or BlankLineBlock:
                    break;
                case CustomContainer container:
                    AddContainer(nodes, container);
                    break;
                default:
                    nodes.Add(new SegmentNode(LineOf(block), Segments.Count));
                    Segments.Add(new(KindOf(block), TextOf(block), LineOf(block), block));
                    break;
            }
        }

        return nodes.ToImmutable();
    }

    private void AddContainer(ImmutableArray<PageNode>.Builder nodes, CustomContainer container)
    {
        var line = LineOf(container);
        if (string.IsNullOrEmpty(container.Info))
        {
            problems.Add(line, "This `:::` closes nothing.", "Remove it, or name what it opens: `::: activity 20`.");
        }
        else if (Known(container.Info) is { } kind)
        {
            CheckArgument(kind, container.Arguments ?? "", line);
            if (container.ClosingFencedCharCount == 0)
            {
                problems.Add(line, $"The {container.Info} that starts here is not closed.", "Close it with a line of as many colons as opened it.");
            }

            var argument = string.Join(' ', (container.Arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
            nodes.Add(new ContainerNode(line, kind, argument, Nodes(container)));
            return;
        }
        else
        {
            problems.Add(line, $"`{container.Info}` is not a container.", "Use activity, reflection, discussion, note or track.");
        }

        nodes.AddRange(Nodes(container));
    }

    private void CheckArgument(ContainerKind kind, string argument, int line)
    {
        var wrong = kind switch
        {
            ContainerKind.Activity => argument.Length > 0
                && !(int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= MostMinutes),
            ContainerKind.Track => argument.Length == 0,
            _ => argument.Length > 0,
        };
        if (wrong)
        {
            problems.Add(line, $"`{argument}` cannot stand after the container's name.", kind switch
            {
                ContainerKind.Activity => "Write the minutes as a number: `::: activity 20`.",
                ContainerKind.Track => "Name the tracks: `::: track nascent emerging`.",
                _ => "Leave it away.",
            });
        }
    }

    private static ContainerKind? Known(string name) => name switch
    {
        "activity" => ContainerKind.Activity,
        "reflection" => ContainerKind.Reflection,
        "discussion" => ContainerKind.Discussion,
        "note" => ContainerKind.Note,
        "track" => ContainerKind.Track,
        _ => null,
    };

    private static SegmentKind KindOf(Block block) => block switch
    {
        HeadingBlock => SegmentKind.Heading,
        ParagraphBlock paragraph => Figure.In(paragraph) is null ? SegmentKind.Paragraph : SegmentKind.Figure,
        ListBlock => SegmentKind.List,
        Table => SegmentKind.Table,
        CodeBlock => SegmentKind.Code,
        QuoteBlock => SegmentKind.Quote,
        DefinitionList => SegmentKind.Definitions,
        ThematicBreakBlock => SegmentKind.Rule,
        _ => SegmentKind.Other,
    };

    private int LineOf(Block block) => block.Line + linesAbove + 1;

    private string TextOf(Block block)
    {
        var (start, end) = (Math.Max(block.Span.Start, 0), Math.Min(block.Span.End + 1, body.Length));
        return start < end ? body[start..end] : "";
    }
}
