using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>Holds a parsed page to the rules that its grammar cannot hold: links, text alternatives, raw HTML, order of headings.</summary>
internal sealed class PageCheck(
    Page page, LinkReader links, Func<int, IReadOnlySet<string>> headingsOfWeek, ProblemLog problems)
{
    private const int FirstLevel = 2;

    public void Check(IReadOnlyCollection<string>? tracks)
    {
        CheckHeadings(page.Nodes, FirstLevel - 1);
        CheckTracks(page.Nodes, tracks);
        FootnoteCheck.Check(page, problems);
        foreach (var item in page.Document.Descendants())
        {
            switch (item)
            {
                case HtmlBlock block:
                    RefuseHtml(page.LineOf(block.Line), block.Lines.ToString());
                    break;
                case HtmlInline html:
                    RefuseHtml(page.LineOf(html.Line), html.Tag);
                    break;
                case HeadingBlock or CustomContainer when IsInsideOther((Block)item):
                    problems.Add(page.LineOf(item.Line), "A heading or a container stands inside a list, a quotation or a footnote.", "Let it stand on its own, without indentation.");
                    break;
                case FencedCodeBlock { ClosingFencedCharCount: 0 } code:
                    problems.Add(page.LineOf(code.Line), "The code that starts here is not closed.", "Close it with a line of as many backticks as opened it.");
                    break;
                case AutolinkInline link:
                    CheckLink(link.IsEmail ? "mailto:" + link.Url : link.Url, page.LineOf(link.Line));
                    break;
                case LinkInline { IsImage: true } image:
                    CheckImage(image);
                    break;
                case LinkInline link:
                    CheckPlainLink(link);
                    break;
            }
        }
    }

    /// <summary>Walks the headings; one inside a container does not carry over to what follows the container.</summary>
    private void CheckHeadings(IEnumerable<PageNode> nodes, int level)
    {
        foreach (var node in nodes)
        {
            if (node is ContainerNode container)
            {
                CheckHeadings(container.Children, level);
            }
            else if (node is SegmentNode { Index: var index } && page.Segments[index].Block is HeadingBlock heading)
            {
                if (heading.Level < FirstLevel || heading.Level > level + 1)
                {
                    var right = new string('#', Math.Max(FirstLevel, Math.Min(heading.Level, level + 1)));
                    problems.Add(
                        node.Line,
                        heading.Level < FirstLevel ? "The page's first heading is its title in the front matter." : "The heading skips a level.",
                        $"Start it with `{right}`.");
                }

                if (PlainText.Of(heading.Inline).Length == 0)
                {
                    problems.Add(node.Line, "The heading is empty.", "Write its words or remove it.");
                }

                level = Math.Clamp(heading.Level, FirstLevel, level + 1);
            }
        }
    }

    private void CheckTracks(IEnumerable<PageNode> nodes, IReadOnlyCollection<string>? tracks)
    {
        foreach (var container in nodes.OfType<ContainerNode>())
        {
            foreach (var track in container.Tracks.Where(track => tracks?.Contains(track) == false))
            {
                problems.Add(
                    container.Line,
                    $"The course has no track `{track}`.",
                    tracks!.Count == 0 ? "Add it to `tracks` in course.yaml." : $"Use one of {string.Join(", ", tracks)}, or add it to `tracks` in course.yaml.");
            }

            CheckTracks(container.Children, tracks);
        }
    }

    private static bool IsInsideOther(Block block)
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not (CustomContainer or MarkdownDocument))
            {
                return true;
            }
        }

        return false;
    }

    private void RefuseHtml(int line, string html) =>
        problems.Add(line, $"The page holds HTML: `{html.Split('\n')[0].Trim()}`.", "Say it in Markdown; to show the characters themselves, put them between backticks.");

    private void CheckPlainLink(LinkInline link)
    {
        var line = page.LineOf(link.Line);
        CheckLink(link.Url ?? "", line);
        if (PlainText.Of(link).Length == 0 && link.Descendants<LinkInline>().All(image => PlainText.Of(image).Length == 0))
        {
            problems.Add(line, $"The link to `{link.Url}` has no words.", "Write between the brackets where it leads.");
        }
    }

    private void CheckImage(LinkInline image)
    {
        var line = page.LineOf(image.Line);
        var url = image.Url ?? "";
        var isRecording = Recording.Kind(url) is not null;
        if (PlainText.Of(image).Length == 0)
        {
            problems.Add(
                line,
                $"`{url}` has no text alternative.",
                isRecording ? "Write between the brackets what is said in the recording." : "Write between the brackets what the picture shows.");
        }

        switch (links.Read(url, page.Folder))
        {
            case LinkTarget.Refused refused:
                problems.Add(line, refused.What, refused.Mend);
                break;
            case LinkTarget.Image when !isRecording:
            case LinkTarget.Outside when isRecording && image.Parent is { Parent: null } && IsAlone(image):
                break;
            case var _ when isRecording:
                problems.Add(line, $"The recording `{url}` stands in the middle of a text, or has no address of its own.", "Let it stand alone in its paragraph, with its https: address.");
                break;
            default:
                problems.Add(line, $"`{url}` is not an image of this course.", "Put the image into the folder images/ beside the page; pages load nothing from elsewhere.");
                break;
        }
    }

    private static bool IsAlone(LinkInline image) => image.PreviousSibling is null && image.NextSibling is null;

    private void CheckLink(string url, int line)
    {
        switch (links.Read(url, page.Folder))
        {
            case LinkTarget.Refused refused:
                problems.Add(line, refused.What, refused.Mend);
                break;
            case LinkTarget.Heading { Id: var id } when !headingsOfWeek(page.Week).Contains(id):
                problems.Add(line, $"No heading of this page has the id `{id}`.", "Correct it, or write the id after its heading: `## Words {#" + id + "}`.");
                break;
            case LinkTarget.Week when page.Kind == PageKind.About:
                problems.Add(line, "The course page leads to a week, which its readers cannot open yet.", "Remove the link.");
                break;
            case LinkTarget.Week { Number: var week, Id: { Length: > 0 } id } when !headingsOfWeek(week).Contains(id):
                problems.Add(line, $"No heading of that week has the id `{id}`.", "Correct it, or leave the part from # on away.");
                break;
        }
    }
}
