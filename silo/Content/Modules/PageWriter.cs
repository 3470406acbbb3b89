using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;
using Markdig.Renderers;
using Markdig.Syntax;

namespace CohortCourses.Content.Modules;

/// <summary>
/// Writes one page: walks the shape of the source and pours in what is translated. Used once and thrown away; the parsed
/// pages that it reads stay as they are.
/// </summary>
internal sealed class PageWriter
{
    private readonly PageVersion _page;
    private readonly ImmutableHashSet<string> _tracks;
    private readonly Func<string, IModuleWords> _words;
    private readonly HtmlRenderer _html;
    private readonly Footnotes _footnotes;
    private int _tables;
    private int _reflections;

    public PageWriter(
        CourseRevision course,
        PageVersion page,
        ImmutableHashSet<string> tracks,
        Func<string, IModuleWords> words,
        IPageAddresses addresses)
    {
        _page = page;
        _tracks = tracks;
        _words = words;
        _footnotes = new(page);
        Links = new(course, page.Source.Folder, addresses);
        Language = page.Language;
        Words = words(page.Language);
        _html = new HtmlRenderer(new StringWriter(CultureInfo.InvariantCulture));
        SafeHtml.Use(_html, this);
    }

    public PageLinks Links { get; }

    public Footnotes Footnotes => _footnotes;

    /// <summary>The language of what is being written.</summary>
    public string Language { get; private set; }

    /// <summary>The words in that language.</summary>
    public IModuleWords Words { get; private set; }

    /// <summary>The heading that is being written: its id and level are those of the source, in every language.</summary>
    public (string? Id, int Level) Heading { get; private set; }

    public string? LastHeading { get; set; }

    public int NextTable() => ++_tables;

    public string Write()
    {
        Write(_page.Source.Nodes);
        _footnotes.Write(_html, this);
        return _html.Writer.ToString()!;
    }

    /// <summary>Writes in another language than the page's, inside an element that says so.</summary>
    public void WriteIn(string language, Action write)
    {
        if (language == _page.Language)
        {
            write();
            return;
        }

        _html.EnsureLine();
        _html.Write("<div class=\"untranslated\" lang=\"").WriteEscape(language).Write("\" dir=\"")
            .Write(LanguageTag.Direction(language)).WriteLine("\">");
        (Language, Words) = (language, _words(language));
        write();
        (Language, Words) = (_page.Language, _words(_page.Language));
        _html.EnsureLine();
        _html.WriteLine("</div>");
    }

    private void Write(ImmutableArray<PageNode> nodes)
    {
        for (var at = 0; at < nodes.Length;)
        {
            if (nodes[at] is ContainerNode container)
            {
                Write(container);
                at++;
                continue;
            }

            // Neighbours in the same language share one element.
            var start = at;
            var language = LanguageOf(nodes[at]);
            while (at < nodes.Length && nodes[at] is SegmentNode && LanguageOf(nodes[at]) == language)
            {
                at++;
            }

            WriteIn(language, () => WriteSegments(nodes.AsSpan(start, at - start)));
        }
    }

    private string LanguageOf(PageNode node) => _page.Shown(((SegmentNode)node).Index).Language;

    private void WriteSegments(ReadOnlySpan<PageNode> nodes)
    {
        foreach (var node in nodes)
        {
            var index = ((SegmentNode)node).Index;
            if (_page.Source.Segments[index].Block is HeadingBlock heading)
            {
                Heading = (_page.Source.HeadingIds.GetValueOrDefault(index), heading.Level);
            }

            _html.Render(_page.Shown(index).Segment.Block!);
        }
    }

    private void Write(ContainerNode container)
    {
        if (container.Kind == ContainerKind.Track && !container.Tracks.Any(_tracks.Contains))
        {
            return;
        }

        var heading = container.Children.OfType<SegmentNode>()
            .Select(node => _page.Source.HeadingIds.GetValueOrDefault(node.Index)).FirstOrDefault(id => id is not null);
        var (style, label) = container.Kind switch
        {
            ContainerKind.Activity => ("activity", Words.Activity(Minutes(container))),
            ContainerKind.Reflection => ("reflection", Words.Reflection),
            ContainerKind.Discussion => ("discussion", Words.Discussion),
            ContainerKind.Note => ("notice", heading is null ? Words.Note : null),
            _ => ("track", Words.ForTracks(container.Tracks)),
        };
        _html.EnsureLine();
        _html.Write("<section class=\"").Write(style).Write('"');
        if (container.Kind == ContainerKind.Reflection)
        {
            _reflections++;
            _html.Write(" data-reflection=\"").WriteEscape(heading ?? _reflections.ToString(CultureInfo.InvariantCulture)).Write('"');
        }

        _html.WriteLine(">");
        if (label is not null)
        {
            _html.Write("<p class=\"label\">").WriteEscape(label).WriteLine("</p>");
        }

        Write(container.Children);
        _html.EnsureLine();
        _html.WriteLine("</section>");
    }

    private static int? Minutes(ContainerNode activity) =>
        int.TryParse(activity.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
}
