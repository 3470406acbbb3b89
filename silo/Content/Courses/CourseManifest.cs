using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CohortCourses.Content.Courses;

/// <summary>One week as <c>course.yaml</c> lists it.</summary>
internal sealed record ManifestWeek(string Id, ImmutableSortedDictionary<string, string> Title);

/// <summary>What <c>course.yaml</c> says. Where it was wrong, as much of it as could be read.</summary>
internal sealed partial record CourseManifest(
    ImmutableArray<string> Languages,
    ImmutableSortedDictionary<string, string> Title,
    ImmutableSortedDictionary<string, string> Summary,
    ImmutableArray<string> Tracks,
    ImmutableArray<string> Skills,
    int RequiredModules,
    ImmutableArray<ManifestWeek> Weeks)
{
    public const string FileName = "course.yaml";

    private const int MostTracks = 64;
    private const int MostWeeks = 52;

    public static CourseManifest? Read(string courseId, string text, ProblemLog problems)
    {
        if (YamlMap.Parse(text, 0, problems) is not { } map)
        {
            return null;
        }

        CheckId(courseId, map, problems);
        var languages = ReadLanguages(map, problems);
        var title = ReadTexts(map, "title", languages, problems);
        var summary = ReadTexts(map, "summary", languages, problems);
        var tracks = ReadNames(map, "tracks", MostTracks, required: false, problems);
        var skills = ReadNames(map, "skills", MostTracks, required: false, problems);
        var weeks = ReadWeeks(map, languages, problems);
        var completion = map.Map("completion");
        var modules = completion?.Number("modules", 1, Math.Max(weeks.Length, 1))?.Value ?? 1;
        completion?.RefuseOtherKeys();
        map.RefuseOtherKeys();
        return new(languages, title, summary, tracks, skills, modules, weeks);
    }

    private static void CheckId(string courseId, YamlMap map, ProblemLog problems)
    {
        if (map.Text("id") is { } id && id.Value != courseId)
        {
            problems.Add(id.Line, $"The id is `{id.Value}` and the folder is `{courseId}`.", "Give both the same name.");
        }

        if (!Name().IsMatch(courseId))
        {
            problems.Add(map.LineOfKey("id"), $"`{courseId}` cannot be an id.", "Use small letters a to z, digits and single hyphens.");
        }
    }

    private static ImmutableArray<string> ReadLanguages(YamlMap map, ProblemLog problems)
    {
        var languages = map.Texts("languages");
        foreach (var (tag, line) in languages.Where(language => !LanguageTag.IsValid(language.Value)))
        {
            problems.Add(line, $"`{tag}` is not the tag of a language.", "Write a tag such as `en`, `fr` or `pt-BR`.");
        }

        RefuseTwins(languages, "language", problems);
        return languages.IsEmpty ? ["en"] : [.. languages.Select(language => language.Value).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> ReadNames(YamlMap map, string key, int most, bool required, ProblemLog problems)
    {
        var names = map.Texts(key, required);
        foreach (var (name, line) in names.Where(name => !Name().IsMatch(name.Value)))
        {
            problems.Add(line, $"`{name}` cannot be a name under `{key}`.", "Use small letters a to z, digits and single hyphens.");
        }

        if (names.Length > most)
        {
            problems.Add(map.LineOfKey(key), $"There are {Invariant(names.Length)} names under `{key}`.", $"Keep {Invariant(most)} at most.");
        }

        RefuseTwins(names, "name", problems);
        return [.. names.Select(name => name.Value).Distinct(StringComparer.Ordinal).Take(most)];
    }

    private static ImmutableArray<ManifestWeek> ReadWeeks(YamlMap map, ImmutableArray<string> languages, ProblemLog problems)
    {
        var weeks = map.Maps("weeks");
        if (weeks.Length > MostWeeks)
        {
            problems.Add(map.LineOfKey("weeks"), $"There are {Invariant(weeks.Length)} weeks.", $"Keep {Invariant(MostWeeks)} at most.");
        }

        var ids = ImmutableArray.CreateBuilder<(string, int)>();
        var read = ImmutableArray.CreateBuilder<ManifestWeek>();
        foreach (var week in weeks)
        {
            var id = week.Text("id");
            if (id is { } named)
            {
                ids.Add(named);
                if (!Name().IsMatch(named.Value))
                {
                    problems.Add(named.Line, $"`{named.Value}` cannot be an id.", "Use small letters a to z, digits and single hyphens.");
                }
            }

            read.Add(new(id?.Value ?? "", ReadTexts(week, "title", languages, problems)));
            week.RefuseOtherKeys();
        }

        RefuseTwins(ids, "week id", problems);
        return read.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> ReadTexts(
        YamlMap map, string key, ImmutableArray<string> languages, ProblemLog problems)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.Map(key) is not { } byLanguage)
        {
            return texts.ToImmutable();
        }

        foreach (var (language, text, line) in byLanguage.Entries())
        {
            if (languages.Contains(language))
            {
                texts[language] = text;
            }
            else
            {
                problems.Add(line, $"`{language}` is not among the languages of this course.", "Add it to `languages` or remove this line.");
            }
        }

        if (!texts.ContainsKey(languages[0]))
        {
            problems.Add(byLanguage.Line, $"`{key}` has no text in `{languages[0]}`, the source language.", $"Add `{languages[0]}:` with the text.");
        }

        return texts.ToImmutable();
    }

    private static void RefuseTwins(IEnumerable<(string Value, int Line)> names, string kind, ProblemLog problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, line) in names.Where(name => !seen.Add(name.Value)))
        {
            problems.Add(line, $"The {kind} `{name}` is there twice.", "Remove one, or give it another name.");
        }
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
