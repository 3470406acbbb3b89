using System.Collections.Immutable;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Texts;
using QuestionWording = CohortCourses.Content.Feedback.QuestionWording;

namespace CohortCourses.Web.Feedback;

/// <summary>One question as an instructor types it, or picks one that is ready.</summary>
public sealed record QuickForm
{
    public string? Id { get; init; }

    /// <summary>The name of a question that is ready; empty to ask one's own.</summary>
    public string? Ready { get; init; }

    public string? Question { get; init; }

    /// <summary>one, several, scale, recommend or long.</summary>
    public string? Kind { get; init; }

    /// <summary>One choice on each line.</summary>
    public string? Choices { get; init; }

    public string? Level { get; init; }

    public int? Days { get; init; }
}

/// <summary>Forms of a single question, made in a minute.</summary>
internal static class QuickQuestion
{
    public const int LongestQuestion = 300;
    public const int LongestChoice = 100;
    public const int MostChoices = 12;
    public const int LongestText = 500;

    /// <summary>Questions that are ready in every language that the pages have: how many choices each has.</summary>
    public static readonly ImmutableArray<(string Name, QuestionKind Kind, int Choices)> Ready =
    [
        ("pace", QuestionKind.Scale, 3),
        ("clear", QuestionKind.Scale, 4),
        ("muddy", QuestionKind.Long, 0),
    ];

    public static readonly ImmutableArray<QuestionKind> Kinds = [QuestionKind.One, QuestionKind.Several, QuestionKind.Recommend, QuestionKind.Long];

    /// <summary>A question that is ready.</summary>
    public static FormDefinition? OfReady(TextCatalog catalog, string name)
    {
        if (Ready.FirstOrDefault(ready => ready.Name == name) is not { Name: not null } known)
        {
            return null;
        }

        var levels = Enumerable.Range(1, known.Choices).Select(level => In($"ready.{name}.{level}")).ToImmutableArray();
        return Form(FormLevel.Anonymous, Languages.Fallback.Tag, known.Kind, In($"ready.{name}"), question => question with { Levels = levels, Most = known.Kind == QuestionKind.Long ? LongestText : null });

        ImmutableSortedDictionary<string, string> In(string key) => Languages.All.ToImmutableSortedDictionary(
            language => language.Tag, language => new Words(catalog, language)[key], StringComparer.Ordinal);
    }

    /// <summary>A question of one's own, or the field that has to be mended and why.</summary>
    public static (FormDefinition? Form, string? Field, string? Problem) OfTyped(QuickForm typed, Words words)
    {
        var question = (typed.Question ?? "").ReplaceLineEndings(" ").Trim();
        var kind = Enum.TryParse<QuestionKind>(typed.Kind, ignoreCase: true, out var parsed) && Kinds.Contains(parsed) ? parsed : QuestionKind.One;
        var lines = (typed.Choices ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var level = Enum.TryParse<FormLevel>(typed.Level, ignoreCase: true, out var promised) && Enum.IsDefined(promised) ? promised : FormLevel.Anonymous;
        var chooses = kind is QuestionKind.One or QuestionKind.Several;
        return question switch
        {
            "" => (null, "question", words["ask-all.question.missing"]),
            { Length: > LongestQuestion } => (null, "question", words.Get("ask-all.question.long", ("n", LongestQuestion))),
            _ when chooses && lines.Length is < 2 or > MostChoices => (null, "choices", words.Get("ask-all.choices.count", ("most", MostChoices))),
            _ when chooses && lines.Any(line => line.Length > LongestChoice) => (null, "choices", words.Get("ask-all.choices.long", ("n", LongestChoice))),
            _ when chooses && lines.Distinct(StringComparer.Ordinal).Count() < lines.Length => (null, "choices", words["ask-all.choices.twice"]),
            _ => (Form(level, words.Language.Tag, kind, In(question), asked => asked with
            {
                Choices = chooses ? [.. lines.Select((line, index) => new ChoiceDefinition($"c{index + 1}", In(line)))] : [],
                Most = kind == QuestionKind.Long ? LongestText : null,
            }), null, null),
        };

        ImmutableSortedDictionary<string, string> In(string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(words.Language.Tag, text);
    }

    /// <summary>The form and its question are named after the wording, so that the same question asked again lines up with itself.</summary>
    private static FormDefinition Form(
        FormLevel level, string language, QuestionKind kind, ImmutableSortedDictionary<string, string> text, Func<QuestionDefinition, QuestionDefinition> rest)
    {
        var asked = rest(new("question", kind, text, ""));
        var wording = QuestionWording.HashOf(
            (CohortCourses.Content.Feedback.QuestionKind)kind, text[language], asked.Choices.Select(choice => (choice.Id, choice.Text[language])), asked.Levels.Select(level => level[language]));
        return new($"question-{wording[..6]}", FormKind.Pulse, level, language, text, null, 1, [asked with { Id = $"q-{wording[..6]}", Wording = wording }]);
    }
}
