using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>
/// Gives each heading of a page an id: the one written after it (<c>## Map your partners {#map}</c>), or one made of its words.
/// </summary>
internal static partial class HeadingIds
{
    /// <summary>What the ids of headings start with in HTML, so that they never meet an id of the page around them.</summary>
    public const string Prefix = "h-";

    private const int LongestSlug = 48;

    public static ImmutableSortedDictionary<int, string> Assign(IReadOnlyList<Segment> segments, ProblemLog problems)
    {
        var ids = ImmutableSortedDictionary.CreateBuilder<int, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var headings = segments.Select((segment, index) => (segment, index, heading: segment.Block as HeadingBlock))
            .Where(entry => entry.heading is not null).ToList();
        foreach (var (segment, index, heading) in headings)
        {
            if (TakeExplicit(heading!) is not { } id)
            {
                continue;
            }

            if (!taken.Add(id))
            {
                problems.Add(segment.Line, $"The id `{id}` is there twice on this page.", "Give one of the two headings another id.");
            }

            ids[index] = id;
        }

        foreach (var (_, index, heading) in headings.Where(entry => !ids.ContainsKey(entry.index)))
        {
            ids[index] = Free(Slug(PlainText.Of(heading!.Inline)), taken);
        }

        return ids.ToImmutable();
    }

    /// <summary>Small letters, digits and hyphens, in whatever script the words are.</summary>
    internal static string Slug(string words)
    {
        var slug = new StringBuilder();
        foreach (var rune in words.Normalize().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (rune.Value is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        if (text.Length > LongestSlug)
        {
            var cut = text.LastIndexOf('-', LongestSlug);
            text = text[..(cut > 0 ? cut : LongestSlug)];
        }

        return text.Length == 0 ? "part" : text;
    }

    private static string Free(string slug, HashSet<string> taken)
    {
        var id = slug;
        for (var number = 2; !taken.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        }

        return id;
    }

    /// <summary>Takes the id off the heading's text, so that nobody reads it.</summary>
    private static string? TakeExplicit(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is not LiteralInline last || Written().Match(last.Content.ToString()) is not { Success: true } match)
        {
            return null;
        }

        last.Content.End = last.Content.Start + match.Index - 1;
        return match.Groups[1].Value;
    }

    [GeneratedRegex(@"\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
