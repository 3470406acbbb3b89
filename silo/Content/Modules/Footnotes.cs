using System.Globalization;
using CohortCourses.Content.Translations;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace CohortCourses.Content.Modules;

/// <summary>
/// The footnotes of a page in the order in which its text names them. A reference may stand in a translated paragraph while
/// the note itself is not translated, or the other way round, so notes are found by their labels.
/// </summary>
internal sealed class Footnotes(PageVersion page)
{
    private readonly Dictionary<string, int> _places = page.Source.Segments.Index()
        .Where(entry => entry.Item.Block is Footnote)
        .ToDictionary(entry => ((Footnote)entry.Item.Block!).Label!, entry => entry.Index, StringComparer.OrdinalIgnoreCase);

    private readonly List<(Footnote Note, string Language)> _notes = [];
    private readonly List<int> _references = [];

    /// <summary>Writes a footnote's number where the text names it.</summary>
    public void WriteReference(HtmlRenderer html, FootnoteLink link, PageWriter writer)
    {
        var note = Find(link.Footnote, writer.Language);
        var index = _notes.IndexOf(note);
        if (index < 0)
        {
            index = _notes.Count;
            _notes.Add(note);
            _references.Add(0);
        }

        var (number, occurrence) = (index + 1, ++_references[index]);
        html.Write("<sup><a href=\"#fn-").Write(Text(number)).Write("\" id=\"").Write(ReferenceId(number, occurrence))
            .Write("\" aria-label=\"").WriteEscape(writer.Words.Footnote(number)).Write("\">").Write(Text(number)).Write("</a></sup>");
    }

    /// <summary>Writes the notes that the text has named; a note may name others, which then follow.</summary>
    public void Write(HtmlRenderer html, PageWriter writer)
    {
        if (_notes.Count == 0)
        {
            return;
        }

        html.EnsureLine();
        html.Write("<section class=\"footnotes\" aria-label=\"").WriteEscape(writer.Words.Footnotes).WriteLine("\">");
        html.WriteLine("<ol>");
        for (var index = 0; index < _notes.Count; index++)
        {
            var (note, language) = _notes[index];
            html.Write("<li id=\"fn-").Write(Text(index + 1)).Write("\">");
            writer.WriteIn(language, () => html.WriteChildren(note));
            for (var occurrence = 1; occurrence <= _references[index]; occurrence++)
            {
                html.Write("<a class=\"back\" href=\"#").Write(ReferenceId(index + 1, occurrence)).Write("\" aria-label=\"")
                    .WriteEscape(writer.Words.BackToText(index + 1, occurrence)).Write("\">↩\uFE0E</a>");
            }

            html.WriteLine("</li>");
        }

        html.WriteLine("</ol>");
        html.WriteLine("</section>");
    }

    private (Footnote Note, string Language) Find(Footnote named, string language)
    {
        if (!_places.TryGetValue(named.Label!, out var index))
        {
            return (named, language);
        }

        var (segment, itsLanguage) = page.Shown(index);
        return ((Footnote)segment.Block!, itsLanguage);
    }

    private static string ReferenceId(int number, int occurrence) =>
        occurrence == 1 ? $"fnref-{Text(number)}" : $"fnref-{Text(number)}-{Text(occurrence)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
