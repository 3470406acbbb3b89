using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>An image, or a link to a recording, that stands alone in its paragraph. Its title is the caption.</summary>
internal static class Figure
{
    public static LinkInline? In(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: LinkInline { IsImage: true } image } inline && inline.LastChild == image ? image : null;
}
