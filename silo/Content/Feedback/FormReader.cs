using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Feedback;

/// <summary>Reads one form: every problem at once. What could not be read is missing in the answer, which then is not used.</summary>
internal static class FormReader
{
    private const int MostQuestions = 60;
    private const int LongestMinutes = 60;

    /// <summary>Root, list of questions, question, list of choices, choice: four under the root.</summary>
    private const int DeepestNesting = 4;

    public static Form? Read(string id, string text, ImmutableArray<string> languages, ProblemLog problems)
    {
        if (YamlMap.Parse(text, 0, problems, DeepestNesting) is not { } map)
        {
            return null;
        }

        CheckId(id, map, problems);
        var words = new FormTexts(languages, problems);
        var kind = map.OneOf<FormKind>("kind", problems);
        var level = map.OneOf<FormLevel>("level", problems);
        var title = words.Read(map, "title");
        var intro = words.Read(map, "intro", required: false);
        var minutes = map.Number("minutes", 1, LongestMinutes)?.Value ?? 1;
        var questions = ReadQuestions(map, words, problems);
        map.RefuseOtherKeys();
        return title is null || kind is null || level is null ? null : new()
        {
            Id = id,
            Kind = kind.Value,
            Level = level.Value,
            Title = title,
            Intro = intro,
            Minutes = minutes,
            Questions = questions,
            Completeness = languages.ToImmutableSortedDictionary(
                language => language, language => ManifestCompleteness.Of(words.All, languages[0], language), StringComparer.Ordinal),
        };
    }

    private static void CheckId(string id, YamlMap map, ProblemLog problems)
    {
        if (map.Text("id") is { } named && named.Value != id)
        {
            problems.Add(named.Line, $"The id is `{named.Value}` and the file is `{id}.yaml`.", "Give both the same name.");
        }

        if (!Texts.IsName(id))
        {
            problems.Add(map.LineOfKey("id"), $"`{id}` cannot be an id.", "Use small letters a to z, digits and single hyphens.");
        }
    }

    private static ImmutableArray<Question> ReadQuestions(YamlMap map, FormTexts words, ProblemLog problems)
    {
        var maps = map.Maps("questions");
        if (maps.Length > MostQuestions)
        {
            problems.Add(map.LineOfKey("questions"), $"There are {maps.Length.ToString(CultureInfo.InvariantCulture)} questions.", $"Keep {MostQuestions.ToString(CultureInfo.InvariantCulture)} at most.");
        }

        var reader = new QuestionReader(words, problems, [.. maps.Select(question => question.Text("id", required: false)?.Value).OfType<string>()]);
        var questions = maps.Select(reader.Read).ToImmutableArray();
        Texts.RefuseTwins(maps.Select(question => question.Text("id", required: false)).OfType<(string Value, int Line)>(), "question", problems);
        return [.. questions.OfType<Question>()];
    }
}
