using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CohortCourses.Content.Courses;

/// <summary>Reads what the YAML files of a course have in common: names, and texts in the course's languages.</summary>
internal static partial class Texts
{
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>A text in each language under a key of its own: <c>title: { en: ..., fr: ... }</c>.</summary>
    public static ImmutableSortedDictionary<string, string> Read(
        YamlMap map, string key, ImmutableArray<string> languages, ProblemLog problems, bool required = true)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.Map(key, required) is not { } byLanguage)
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

    /// <summary>Texts that stand beside other keys: <c>- { id: yes, en: Yes, fr: Oui }</c>.</summary>
    public static ImmutableSortedDictionary<string, string> ReadBeside(YamlMap map, string what, ImmutableArray<string> languages, ProblemLog problems)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            if (map.Text(language, required: false) is { } text)
            {
                texts[language] = text.Value;
            }
        }

        if (!texts.ContainsKey(languages[0]) && !map.Has(languages[0]))
        {
            problems.Add(map.Line, $"{what} has no text in `{languages[0]}`, the source language.", $"Add `{languages[0]}:` with the text.");
        }

        return texts.ToImmutable();
    }

    public static void RefuseTwins(IEnumerable<(string Value, int Line)> names, string kind, ProblemLog problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, line) in names.Where(name => !seen.Add(name.Value)))
        {
            problems.Add(line, $"The {kind} `{name}` is there twice.", "Remove one, or give it another name.");
        }
    }

    public static void RefuseOddName((string Value, int Line)? name, ProblemLog problems)
    {
        if (name is { } named && !IsName(named.Value))
        {
            problems.Add(named.Line, $"`{named.Value}` cannot be an id.", "Use small letters a to z, digits and single hyphens.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
