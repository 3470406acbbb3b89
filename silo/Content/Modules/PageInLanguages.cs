using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Modules;

/// <summary>One page of a course with all its translations.</summary>
internal sealed class PageInLanguages
{
    private readonly ImmutableSortedDictionary<string, PageVersion> _versions;

    public PageInLanguages(Page source, IEnumerable<Page> versions, ImmutableArray<string> languages)
    {
        Source = source;
        _versions = languages.ToImmutableSortedDictionary(
            language => language,
            language => PageVersion.Of(language, source, versions.FirstOrDefault(page => page.Language == language)),
            StringComparer.Ordinal);
    }

    public Page Source { get; }

    /// <summary>The page in a language; in one that the course does not have, the source.</summary>
    public PageVersion In(string language) =>
        _versions.GetValueOrDefault(language) ?? _versions[Source.Language];

    public ImmutableSortedDictionary<string, Completeness> Completeness =>
        _versions.ToImmutableSortedDictionary(version => version.Key, version => version.Value.Completeness, StringComparer.Ordinal);

    /// <summary>One text of the front matter in every language that has it.</summary>
    public Wordings Texts(int index) =>
        new(Source.Language, _versions.Values.Where(version => version.Matches[index].Translation is not null)
            .Select(version => KeyValuePair.Create(version.Language, version.Matches[index].Translation!.Text)));

    /// <summary>Places of the segments of one kind.</summary>
    public IEnumerable<int> Places(SegmentKind kind) =>
        Source.Segments.Index().Where(entry => entry.Item.Kind == kind).Select(entry => entry.Index);
}
