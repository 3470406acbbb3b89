using System.Collections.Immutable;
using CohortCourses.Content.Translations;
using Markdig.Syntax;

namespace CohortCourses.Content.Modules;

internal enum PageKind
{
    Module,
    About,
}

/// <summary>One Markdown file, parsed.</summary>
internal sealed class Page
{
    /// <summary>From the course's folder.</summary>
    public required string File { get; init; }

    /// <summary>The week's number; 0 for the course page.</summary>
    public required int Week { get; init; }

    public PageKind Kind => Week == 0 ? PageKind.About : PageKind.Module;

    public required string Language { get; init; }

    public required FrontMatter Front { get; init; }

    public required string Body { get; init; }

    /// <summary>Lines of the file above the body: add it and one to a line that the Markdown parser gives.</summary>
    public required int LinesAbove { get; init; }

    public required MarkdownDocument Document { get; init; }

    /// <summary>Front matter first, then the blocks in order, then the footnotes in the order of their definitions.</summary>
    public required ImmutableArray<Segment> Segments { get; init; }

    public required ImmutableArray<PageNode> Nodes { get; init; }

    /// <summary>The ids of the headings, by segment.</summary>
    public required ImmutableSortedDictionary<int, string> HeadingIds { get; init; }

    public int LineOf(int parsedLine) => parsedLine + LinesAbove + 1;

    public string Folder => Path.GetDirectoryName(File)!.Replace('\\', '/');
}
