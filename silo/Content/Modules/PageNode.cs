using System.Collections.Immutable;

namespace CohortCourses.Content.Modules;

internal enum ContainerKind
{
    Activity,
    Reflection,
    Discussion,
    Note,
    Track,
}

/// <summary>The shape of a page: containers around segments. A translation is poured into the shape of its source.</summary>
internal abstract record PageNode(int Line);

/// <param name="Line">Where it stands in its file.</param>
/// <param name="Index">The segment's place among the page's segments.</param>
internal sealed record SegmentNode(int Line, int Index) : PageNode(Line);

/// <param name="Line">Where it opens in its file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Argument">What stands after its name: minutes of an activity, names of tracks.</param>
/// <param name="Children">What it holds, in order.</param>
internal sealed record ContainerNode(int Line, ContainerKind Kind, string Argument, ImmutableArray<PageNode> Children)
    : PageNode(Line)
{
    public ImmutableArray<string> Tracks { get; } =
        Kind == ContainerKind.Track ? [.. Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries)] : [];
}
