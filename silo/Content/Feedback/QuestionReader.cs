using System.Collections.Immutable;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>Reads the questions of one form in their order: what may be asked for depends on the kind.</summary>
/// <param name="ids">The ids of all questions, so that a condition that refers forward can be told from one that refers to nothing.</param>
internal sealed class QuestionReader(FormTexts words, ProblemLog problems, ImmutableHashSet<string> ids)
{
    private const int MostChoices = 30;
    private const int MostRows = 20;
    private const int MostLevels = 11;
    private const int LongestLine = 500;
    private const int LongestText = 10_000;
    private const int FarthestNumber = 1_000_000;
    private const int MostDecimals = 3;

    private readonly ListReader _lists = new(words, problems);
    private readonly ConditionReader _conditions = new(problems, ids);

    /// <summary>Null if it has no id or no text.</summary>
    public Question? Read(YamlMap map)
    {
        var id = map.Text("id");
        Texts.RefuseOddName(id, problems);
        var kind = map.OneOf<QuestionKind>("kind", problems);
        var heading = words.Read(map, "heading", required: false);
        var text = words.Read(map, "text");
        var help = words.Read(map, "help", required: false);
        var required = map.Flag("required", problems);
        var shownIf = _conditions.Read(map);
        var question = new Question { Id = id?.Value ?? "", Kind = kind ?? default, Heading = heading, Text = text!, Help = help, Required = required, ShownIf = shownIf, WordingHash = "" };
        if (kind is not null)
        {
            question = ReadKind(question, map);
            map.RefuseOtherKeys();
        }

        if (id is null || text is null)
        {
            return null;
        }

        _conditions.Know(question);
        return question with { WordingHash = QuestionWording.HashOf(question) };
    }

    private Question ReadKind(Question question, YamlMap map) => question.Kind switch
    {
        QuestionKind.One => question with { Choices = _lists.Choices(map, "choices", MostChoices) },
        QuestionKind.Several => ReadSeveral(question, map),
        QuestionKind.Scale => question with { Levels = _lists.Levels(map, MostLevels) },
        QuestionKind.Recommend => question with { Low = words.Read(map, "low"), High = words.Read(map, "high") },
        QuestionKind.Matrix => question with { Rows = _lists.Choices(map, "rows", MostRows), Levels = _lists.Levels(map, MostLevels) },
        QuestionKind.Ranking => question with { Choices = _lists.Choices(map, "choices", MostChoices), Most = map.Number("most", 1, MostChoices, required: false)?.Value },
        QuestionKind.Number => ReadNumber(question, map),
        QuestionKind.Date => DateReader.Read(question, map, problems),
        QuestionKind.Short => question with { Most = map.Number("longest", 1, LongestLine, required: false)?.Value ?? 200 },
        _ => question with { Most = map.Number("longest", 1, LongestText, required: false)?.Value ?? 2_000 },
    };

    private Question ReadSeveral(Question question, YamlMap map)
    {
        var choices = _lists.Choices(map, "choices", MostChoices);
        var alone = map.Text("alone", required: false);
        if (alone is { } named && !choices.Any(choice => choice.Id == named.Value))
        {
            problems.Add(named.Line, $"There is no choice `{named.Value}`.", "Write the id of one of the choices, or remove the line.");
        }

        return question with { Choices = choices, Most = map.Number("most", 1, MostChoices, required: false)?.Value, Alone = alone?.Value };
    }

    private Question ReadNumber(Question question, YamlMap map)
    {
        var least = map.Number("least", 0, FarthestNumber, required: false)?.Value ?? 0;
        var most = map.Number("most", 0, FarthestNumber);
        if (most is { } end && end.Value <= least)
        {
            problems.Add(end.Line, "`most` has to be larger than `least`.", "Correct one of the two.");
        }

        return question with
        {
            Range = (least, most?.Value ?? FarthestNumber),
            Decimals = map.Number("decimals", 0, MostDecimals, required: false)?.Value ?? 0,
            Unit = words.Read(map, "unit", required: false),
        };
    }
}
