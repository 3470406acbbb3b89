using System.Collections.Frozen;
using System.Collections.Immutable;
using CohortCourses.Content.Modules;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Courses;

/// <summary>All pages of a course, read and checked, each with its translations; the course page is week 0.</summary>
internal sealed class CoursePages
{
    private readonly ImmutableSortedDictionary<int, PageInLanguages> _pages;

    private CoursePages(ImmutableSortedDictionary<int, PageInLanguages> pages) => _pages = pages;

    public PageInLanguages About => _pages[0];

    public PageInLanguages Week(int number) => _pages[number];

    public static CoursePages Read(CourseFiles files, CourseInventory inventory, CourseManifest? manifest, ProblemLog log)
    {
        var languages = manifest?.Languages ?? ["en"];
        var tracks = manifest?.Tracks;
        var links = new LinkReader(files.Files.Keys.ToFrozenSet(StringComparer.Ordinal));
        var pages = inventory.Pages
            .Select(file => ReadPage(file, file.Language == languages[0], files, log))
            .OfType<Page>()
            .ToLookup(page => page.Week);
        var sources = pages.SelectMany(week => week)
            .Where(page => page.Language == languages[0])
            .ToImmutableSortedDictionary(page => page.Week, page => page);
        var headings = sources.ToDictionary(
            source => source.Key, source => (IReadOnlySet<string>)source.Value.HeadingIds.Values.ToFrozenSet(StringComparer.Ordinal));
        foreach (var page in pages.SelectMany(week => week))
        {
            var problems = log.For(page.File);
            new PageCheck(page, links, HeadingsOf, problems).Check(tracks);
            if (page.Language != languages[0] && sources.GetValueOrDefault(page.Week) is { } source)
            {
                TranslationCheck.Check(page, source, problems);
            }
        }

        return new(sources.ToImmutableSortedDictionary(
            source => source.Key,
            source => new PageInLanguages(source.Value, pages[source.Key], languages)));

        IReadOnlySet<string> HeadingsOf(int week) => headings.GetValueOrDefault(week) ?? FrozenSet<string>.Empty;
    }

    private static Page? ReadPage(PageFile file, bool isSource, CourseFiles files, ProblemLog log)
    {
        var problems = log.For(file.Path);
        return SourceText.Decode(files.Files[file.Path].Span, problems) is { } text
            ? PageReader.Read(file, isSource, text, problems)
            : null;
    }
}
