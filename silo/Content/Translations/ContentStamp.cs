using System.Collections.Immutable;
using System.Text;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;

namespace CohortCourses.Content.Translations;

/// <summary>What came of stamping one translation.</summary>
/// <param name="File">Path from the content folder.</param>
/// <param name="Changed">Whether the file was written.</param>
/// <param name="Problems">Why it was not stamped; empty when it was, or needed nothing.</param>
public sealed record StampResult(string File, bool Changed, ImmutableArray<ContentProblem> Problems);

/// <summary>
/// Writes into a translation what each of its segments was made from. Run it as often as you like: a segment whose source
/// changed and whose translation did not stays out of date.
/// </summary>
public static class ContentStamp
{
    /// <summary>Stamps every translation of a course.</summary>
    public static ImmutableArray<StampResult> StampCourse(string courseFolder)
    {
        var files = CourseFiles.Read(courseFolder);
        var languages = Languages(files);
        return
        [
            .. CourseInventory.Take(files, null, new(files.CourseId)).Pages
                .Where(page => languages.IndexOf(page.Language) > 0)
                .Select(page => Write(files, page.Path, Path.Combine(courseFolder, page.Path), confirm: false)),
        ];
    }

    /// <summary>Stamps one translation.</summary>
    /// <param name="file">The path of an <c>about.xx.md</c> or <c>module.xx.md</c> in a course's folder.</param>
    /// <param name="confirm">
    /// Says that the whole translation was compared with its source and holds: nothing stays out of date.
    /// </param>
    public static StampResult Stamp(string file, bool confirm = false)
    {
        var full = Path.GetFullPath(file);
        var folder = Path.GetFileName(full).StartsWith("about.", StringComparison.Ordinal)
            ? Path.GetDirectoryName(full)!
            : Path.GetDirectoryName(Path.GetDirectoryName(full)!)!;
        var path = Path.GetRelativePath(folder, full).Replace('\\', '/');
        return Write(CourseFiles.Read(folder), path, full, confirm);
    }

    /// <summary>The text of a translation with its stamp, or null and why it cannot have one. Reads and writes no disk.</summary>
    public static (string? Text, ImmutableArray<ContentProblem> Problems) Stamp(CourseFiles files, string path, bool confirm = false)
    {
        var log = new ProblemLog(files.CourseId);
        var problems = log.For(path);
        var pages = CourseInventory.Take(files, null, new(files.CourseId)).Pages;
        var language = Languages(files)[0];
        var page = pages.FirstOrDefault(page => page.Path == path);
        var source = pages.FirstOrDefault(other => other.Week == page?.Week && other.Language == language);
        if (page is null || source is null || page == source)
        {
            problems.Add(0, "This is not a translation of a page of the course.", $"Name a page that has a source in `{language}` beside it.");
            return (null, log.Sorted());
        }

        var own = Read(files, page, isSource: false, problems);
        var original = Read(files, source, isSource: true, new(files.CourseId));
        if (own is null || original is null || Structure.FirstDifference(own.Value.Page, original.Value.Page, problems) || log.HasErrors)
        {
            return (null, log.Sorted());
        }

        return (WithStamp(own.Value.Text, New(own.Value.Page, original.Value.Page, confirm)), []);
    }

    private static StampResult Write(CourseFiles files, string path, string full, bool confirm)
    {
        var (text, problems) = Stamp(files, path, confirm);
        var isChanged = text is not null && !files.Files[path].Span.SequenceEqual(Encoding.UTF8.GetBytes(text));
        if (isChanged)
        {
            File.WriteAllText(full, text);
        }

        return new($"{files.CourseId}/{path}", isChanged, problems);
    }

    private static ImmutableArray<string> Languages(CourseFiles files) =>
        files.Files.TryGetValue(CourseManifest.FileName, out var bytes)
        && SourceText.Decode(bytes.Span, new(files.CourseId)) is { } text
        && CourseManifest.Read(files.CourseId, text, new(files.CourseId)) is { } manifest
            ? manifest.Languages
            : ["en"];

    private static (string Text, Page Page)? Read(CourseFiles files, PageFile file, bool isSource, ProblemLog problems) =>
        SourceText.Decode(files.Files[file.Path].Span, problems) is { } text
            ? (text, PageReader.Read(file, isSource, text, problems))
            : null;

    private static Stamp New(Page page, Page source, bool confirm)
    {
        var old = page.Front.Stamp?.Entries ?? [];
        var entries = page.Segments.Select((segment, index) => new StampEntry(source.Segments[index].Hash, segment.ShortHash)).ToArray();
        if (!confirm)
        {
            // A segment that nobody touched since it was stamped keeps what it was made from.
            foreach (var (before, now) in Alignment.Of(old.Length, entries.Length, (i, j) => old[i].Own == entries[j].Own))
            {
                entries[now] = old[before];
            }
        }

        return Translations.Stamp.Of(entries);
    }

    private static string WithStamp(string text, Stamp stamp)
    {
        var (yaml, body, _) = FrontMatter.Split(text, new(""));
        var kept = new StringBuilder();
        var isInStamp = false;
        foreach (var line in yaml.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            isInStamp = line.StartsWith(FrontMatter.StampKey + ":", StringComparison.Ordinal) || (isInStamp && line[0] is ' ' or '-');
            if (!isInStamp)
            {
                kept.Append(line).Append('\n');
            }
        }

        return $"---\n{kept}{stamp.ToYaml(FrontMatter.StampKey)}---\n{body}";
    }
}
