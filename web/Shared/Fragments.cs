using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CohortCourses.Web.Shared;

/// <summary>
/// Keeps parts of pages that are the same for everyone who reads a language: Razor takes its time by the piece, and a part that was written
/// once is one piece. Nothing of the reader's own may stand in one: no name, no date in their zone, no form's token.
/// </summary>
public sealed class Fragments
{
    /// <summary>How many are kept; then it begins anew.</summary>
    private const int Most = 4096;

    private readonly ConditionalWeakTable<string, HtmlBytes> texts = [];
    private readonly ConcurrentDictionary<(string Language, object Key), HtmlBytes> kept = new();

    /// <summary>A part of a view, where it stands: <c>@Kept.Once(Reader, ("bar", slug), @&lt;nav&gt;...&lt;/nav&gt;)</c>.</summary>
    /// <param name="key">Everything that it depends on beside the language.</param>
    public IHtmlContent Once(Reader reader, object key, Func<object?, IHtmlContent> part) =>
        kept.TryGetValue((reader.Language.Tag, key), out var known) ? known : Keep((reader.Language.Tag, key), part(arg: null));

    /// <summary>A view that depends on the language alone.</summary>
    public async Task<IHtmlContent> ViewAsync(Reader reader, IHtmlHelper html, string path) =>
        kept.TryGetValue((reader.Language.Tag, path), out var known) ? known : Keep((reader.Language.Tag, path), await html.PartialAsync(path));

    /// <summary>HTML that stays in memory as a text, such as a rendered module.</summary>
    public IHtmlContent Html(string html) => texts.GetValue(html, text => new(text));

    private HtmlBytes Keep((string Language, object Key) key, IHtmlContent part)
    {
        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        return kept[key] = HtmlBytes.Of(part);
    }
}
