using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Modules;

/// <summary>
/// Renders the pages of courses, each once for a revision, language and set of tracks. What was rendered goes when its
/// revision goes. Safe to call from many threads.
/// </summary>
/// <param name="words">The words of a language that a course declares; called once for each page that is rendered.</param>
/// <param name="addresses">Where images and other pages are served.</param>
public sealed class ModuleRenderer(Func<string, IModuleWords> words, IPageAddresses addresses)
{
    private readonly ConditionalWeakTable<CourseRevision, RenderedPages> _rendered = [];

    /// <summary>A week's page.</summary>
    /// <param name="course">The revision to render.</param>
    /// <param name="week">From 1 to the number of weeks.</param>
    /// <param name="language">One that the course does not have gives the source language.</param>
    /// <param name="tracks">
    /// Whose blocks to show: a learner's own track, none for a learner without one, all of the course's for an instructor.
    /// </param>
    public RenderedModule Module(CourseRevision course, int week, string language, IEnumerable<string> tracks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(week, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(week, course.Weeks.Length);
        var page = course.Weeks[week - 1].Page.In(language);
        var key = new ModuleKey(week, page.Language, TrackSet(course, tracks));
        return _rendered.GetOrCreateValue(course).Modules.GetOrAdd(
            key, static (key, known) => new(() => known.Renderer.Render(known.Course, key)), (Renderer: this, Course: course)).Value;
    }

    /// <summary>The public page of a course.</summary>
    public RenderedPage About(CourseRevision course, string language)
    {
        var page = course.About.In(language);
        return _rendered.GetOrCreateValue(course).About.GetOrAdd(
            page.Language,
            static (_, known) => new(() => known.Renderer.Render(known.Course, known.Page)),
            (Renderer: this, Course: course, Page: page)).Value;
    }

    private RenderedModule Render(CourseRevision course, ModuleKey key)
    {
        var week = course.Weeks[key.Week - 1];
        var page = week.Page.In(key.Language);
        var shown = course.Tracks.Where((_, index) => (key.Tracks & 1UL << index) != 0).ToImmutableHashSet(StringComparer.Ordinal);
        return new(
            page.Language,
            week.Title.In(page.Language),
            week.Summary.In(page.Language),
            [.. week.Outcomes.Select(outcome => outcome.In(page.Language))],
            week.Minutes,
            new PageWriter(course, page, shown, words, addresses).Write(),
            page.Completeness,
            Change(page));
    }

    private RenderedPage Render(CourseRevision course, PageVersion page) =>
        new(page.Language, new PageWriter(course, page, [], words, addresses).Write(), page.Completeness);

    private static ChangeNote? Change(PageVersion page)
    {
        var (own, source) = (page.Translation?.Front.Change, page.Source.Front.Change);
        return (own ?? source) is { } text
            ? new(Segment.HashOf(source ?? text, 4), new(text, own is null ? page.Source.Language : page.Language))
            : null;
    }

    private static ulong TrackSet(CourseRevision course, IEnumerable<string> tracks)
    {
        var set = 0UL;
        foreach (var track in tracks)
        {
            var index = course.Tracks.IndexOf(track);
            set |= index < 0 ? 0 : 1UL << index;
        }

        return set;
    }

    private readonly record struct ModuleKey(int Week, string Language, ulong Tracks);

    private sealed class RenderedPages
    {
        public ConcurrentDictionary<ModuleKey, Lazy<RenderedModule>> Modules { get; } = new();

        public ConcurrentDictionary<string, Lazy<RenderedPage>> About { get; } = new(StringComparer.Ordinal);
    }
}
