using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;
using Markdig;
using Markdig.Syntax;

namespace CohortCourses.Content.Modules;

/// <summary>Reads one Markdown file into a page.</summary>
internal static class PageReader
{
    public static Page Read(PageFile file, bool isSource, string text, ProblemLog problems)
    {
        var (yaml, body, linesAbove) = FrontMatter.Split(text, problems);
        var front = FrontMatter.Read(yaml, file.Kind, isSource, problems);
        var document = Parse(body, linesAbove, problems);
        var outline = new PageOutline(document, body, linesAbove, problems);
        outline.Add(front);
        var nodes = outline.Build();
        return new()
        {
            File = file.Path,
            Week = file.Week,
            Language = file.Language,
            Front = front,
            Body = body,
            LinesAbove = linesAbove,
            Document = document,
            Segments = outline.Segments.ToImmutable(),
            Nodes = nodes,
            HeadingIds = HeadingIds.Assign(outline.Segments, problems),
        };
    }

    private static MarkdownDocument Parse(string body, int linesAbove, ProblemLog problems)
    {
        try
        {
            return Markdown.Parse(body, SafeMarkdown.Pages);
        }
        catch (ArgumentException)
        {
            // The parser's only refusal: it stops where its own recursion would end the process.
            problems.Add(linesAbove + 1, "The page nests lists, quotations or brackets too deeply.", "Nest at most a few levels.");
            return [];
        }
    }
}
