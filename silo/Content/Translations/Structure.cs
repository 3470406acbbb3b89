using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;
using Markdig.Extensions.Footnotes;

namespace CohortCourses.Content.Translations;

/// <summary>Compares the blocks of a translation with those of its source.</summary>
internal static class Structure
{
    /// <summary>Whether they differ; if so, the first block that does is named.</summary>
    public static bool FirstDifference(Page page, Page source, ProblemLog problems)
    {
        var (own, right) = (Blocks(page), Blocks(source));
        for (var at = 0; at < Math.Max(own.Length, right.Length); at++)
        {
            var (mine, theirs) = (own.ElementAtOrDefault(at), right.ElementAtOrDefault(at));
            if (mine?.Name == theirs?.Name)
            {
                continue;
            }

            var line = mine?.Line ?? own.LastOrDefault()?.Line ?? 1;
            var there = theirs is null
                ? $"{source.File} has ended"
                : string.Create(CultureInfo.InvariantCulture, $"{source.File} has {theirs.Name} in line {theirs.Line}");
            problems.Add(
                line,
                mine is null ? $"The translation ends here; {there}." : $"Here is {mine.Name}; {there}.",
                "Give both the same blocks in the same order; copy from the source what is not translated yet.");
            return true;
        }

        return false;
    }

    private static ImmutableArray<StructuralBlock> Blocks(Page page)
    {
        var blocks = ImmutableArray.CreateBuilder<StructuralBlock>();
        blocks.AddRange(page.Segments.Where(segment => segment.Block is null).Select(segment => Name(segment)));
        Add(blocks, page, page.Nodes);
        blocks.AddRange(page.Segments.Where(segment => segment.Block is Footnote).Select(segment => Name(segment)));
        return blocks.ToImmutable();
    }

    private static void Add(ImmutableArray<StructuralBlock>.Builder blocks, Page page, ImmutableArray<PageNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is ContainerNode container)
            {
                var name = $"{container.Kind.ToString().ToLowerInvariant()} {container.Argument}".Trim();
                blocks.Add(new($"the container `{name}`", node.Line));
                Add(blocks, page, container.Children);
                blocks.Add(new($"the end of the container `{name}`", node.Line));
            }
            else
            {
                blocks.Add(Name(page.Segments[((SegmentNode)node).Index]));
            }
        }
    }

    private static StructuralBlock Name(Segment segment) => new(
        segment switch
        {
            { Block: Markdig.Syntax.HeadingBlock heading } => $"a heading ({new string('#', heading.Level)})",
            { Block: Footnote note } => $"the footnote `{note.Label!.TrimStart('^')}`",
            { Kind: SegmentKind.Title } => "the title",
            { Kind: SegmentKind.Summary } => "the summary",
            { Kind: SegmentKind.Outcome } => "an outcome",
            { Kind: SegmentKind.Definitions } => "a definition list",
            { Kind: SegmentKind.Rule } => "a line across",
            { Kind: SegmentKind.Code } => "a block of code",
            { Kind: SegmentKind.Other } => "a block of another kind",
            _ => $"a {segment.Kind.ToString().ToLowerInvariant()}",
        },
        segment.Line);

    private sealed record StructuralBlock(string Name, int Line);
}
