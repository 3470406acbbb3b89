using System.Collections.Immutable;
using System.Globalization;

namespace CohortCourses.Content.Courses;

/// <summary>One week as <c>course.yaml</c> lists it.</summary>
internal sealed record ManifestWeek(string Id, ImmutableSortedDictionary<string, string> Title);

/// <summary>What <c>course.yaml</c> says. Where it was wrong, as much of it as could be read.</summary>
internal sealed record CourseManifest(
    ImmutableArray<string> Languages,
    ImmutableSortedDictionary<string, string> Title,
    ImmutableSortedDictionary<string, string> Summary,
    ImmutableArray<string> Tracks,
    ImmutableArray<string> Skills,
    int RequiredModules,
    ImmutableArray<(string Value, int Line)> RequiredForms,
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
        var title = Texts.Read(map, "title", languages, problems);
        var summary = Texts.Read(map, "summary", languages, problems);
        var tracks = ReadNames(map, "tracks", MostTracks, required: false, problems);
        var skills = ReadNames(map, "skills", MostTracks, required: false, problems);
        var weeks = ReadWeeks(map, languages, problems);
        var completion = map.Map("completion");
        var modules = completion?.Number("modules", 1, Math.Max(weeks.Length, 1))?.Value ?? 1;
        var forms = completion?.Texts("forms", required: false) ?? [];
        Texts.RefuseTwins(forms, "form", problems);
        completion?.RefuseOtherKeys();
        map.RefuseOtherKeys();
        return new(languages, title, summary, tracks, skills, modules, forms, weeks);
    }

    private static void CheckId(string courseId, YamlMap map, ProblemLog problems)
    {
        if (map.Text("id") is { } id && id.Value != courseId)
        {
            problems.Add(id.Line, $"The id is `{id.Value}` and the folder is `{courseId}`.", "Give both the same name.");
        }

        if (!Texts.IsName(courseId))
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

        Texts.RefuseTwins(languages, "language", problems);
        return languages.IsEmpty ? ["en"] : [.. languages.Select(language => language.Value).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> ReadNames(YamlMap map, string key, int most, bool required, ProblemLog problems)
    {
        var names = map.Texts(key, required);
        foreach (var (name, line) in names.Where(name => !Texts.IsName(name.Value)))
        {
            problems.Add(line, $"`{name}` cannot be a name under `{key}`.", "Use small letters a to z, digits and single hyphens.");
        }

        if (names.Length > most)
        {
            problems.Add(map.LineOfKey(key), $"There are {Invariant(names.Length)} names under `{key}`.", $"Keep {Invariant(most)} at most.");
        }

        Texts.RefuseTwins(names, "name", problems);
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
            Texts.RefuseOddName(id, problems);
            if (id is { } named)
            {
                ids.Add(named);
            }

            read.Add(new(id?.Value ?? "", Texts.Read(week, "title", languages, problems)));
            week.RefuseOtherKeys();
        }

        Texts.RefuseTwins(ids, "week id", problems);
        return read.ToImmutable();
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
