using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CohortCourses.Content.Media;
using CohortCourses.Content.Modules;

namespace CohortCourses.Content.Courses;

/// <param name="Path">From the course's folder.</param>
/// <param name="Week">The week's number; 0 for the course page.</param>
/// <param name="Language">The tag in the file's name.</param>
internal sealed record PageFile(string Path, int Week, string Language)
{
    public PageKind Kind => Week == 0 ? PageKind.About : PageKind.Module;
}

/// <summary>Says of every file of a course what it is, and what is there too much or too little.</summary>
internal sealed partial record CourseInventory(ImmutableArray<PageFile> Pages, ImmutableArray<string> Images, ImmutableArray<string> Forms)
{
    public static CourseInventory Take(CourseFiles files, CourseManifest? manifest, ProblemLog log)
    {
        var pages = ImmutableArray.CreateBuilder<PageFile>();
        var images = ImmutableArray.CreateBuilder<string>();
        var forms = ImmutableArray.CreateBuilder<string>();
        foreach (var path in files.Files.Keys.Where(path => path != CourseManifest.FileName))
        {
            if (PageName().Match(path) is { Success: true } page)
            {
                var week = page.Groups["week"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : 0;
                var language = page.Groups["language"].Value;
                pages.Add(new(path, week, language));
                CheckPage(path, week, language, manifest, log);
            }
            else if (ImageName().IsMatch(path) && MediaReader.ContentType(path) is not null)
            {
                images.Add(path);
            }
            else if (FormName().IsMatch(path))
            {
                forms.Add(path);
            }
            else
            {
                log.For(path).Add(0, "This file has no place in a course.", "A course holds course.yaml, about.<language>.md, week-<n>/module.<language>.md, week-<n>/images/ with svg, png, webp or jpg, and forms/<form>.yaml; remove or rename it.");
            }
        }

        if (manifest is not null)
        {
            CheckSources(pages, manifest, log);
        }

        return new(pages.ToImmutable(), images.ToImmutable(), forms.ToImmutable());
    }

    private static void CheckPage(string path, int week, string language, CourseManifest? manifest, ProblemLog log)
    {
        if (manifest is null)
        {
            return;
        }

        if (week > manifest.Weeks.Length)
        {
            log.For(path).Add(0, $"course.yaml lists {Weeks(manifest)}; this is week {Number(week)}.", "Add the week to `weeks` in course.yaml, or remove the folder.");
        }

        if (!manifest.Languages.Contains(language))
        {
            log.For(path).Add(0, $"`{language}` is not among the languages of this course.", "Add it to `languages` in course.yaml, or remove the page.");
        }
    }

    private static void CheckSources(IReadOnlyCollection<PageFile> pages, CourseManifest manifest, ProblemLog log)
    {
        var source = manifest.Languages[0];
        for (var week = 0; week <= manifest.Weeks.Length; week++)
        {
            var path = week == 0 ? $"about.{source}.md" : $"week-{Number(week)}/module.{source}.md";
            if (pages.All(page => page.Path != path))
            {
                log.For(path).Add(
                    0,
                    "The page is missing.",
                    week == 0 ? "Write it: it is the public page of the course." : $"Write it: course.yaml lists {Weeks(manifest)}.");
            }
        }
    }

    private static string Weeks(CourseManifest manifest) =>
        manifest.Weeks.Length == 1 ? "1 week" : $"{Number(manifest.Weeks.Length)} weeks";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(about|week-(?<week>[1-9][0-9]?)/module)\\.(?<language>[A-Za-z-]+)\\.md$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageName();

    [GeneratedRegex("^week-[1-9][0-9]?/images/[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ImageName();

    [GeneratedRegex("^forms/[^/]+\\.yaml$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormName();
}
