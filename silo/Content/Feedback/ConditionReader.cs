using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>Reads when a question is shown. It may depend on questions above it whose answers are choices or levels.</summary>
internal sealed class ConditionReader(ProblemLog problems, ImmutableHashSet<string> ids)
{
    private readonly Dictionary<string, Question> _above = new(StringComparer.Ordinal);

    /// <summary>The question stands above those that are read from now on.</summary>
    public void Know(Question question) => _above[question.Id] = question;

    public Condition? Read(YamlMap map)
    {
        if (map.Map("if", required: false) is not { } condition)
        {
            return null;
        }

        var question = condition.Text("question");
        var answers = condition.Texts("is");
        condition.RefuseOtherKeys();
        if (question is not { } asked)
        {
            return null;
        }

        if (_above.TryGetValue(asked.Value, out var above))
        {
            Check(above, asked.Line, answers);
        }
        else if (ids.Contains(asked.Value))
        {
            problems.Add(asked.Line, $"The question `{asked.Value}` does not stand above this one.", "A question can depend on earlier ones only: change their order, or the condition.");
        }
        else
        {
            problems.Add(asked.Line, $"There is no question `{asked.Value}`.", "Write the id of a question above this one.");
        }

        return new(asked.Value, [.. answers.Select(answer => answer.Value)]);
    }

    private void Check(Question above, int line, ImmutableArray<(string Value, int Line)> answers)
    {
        var possible = Possible(above);
        if (possible.IsEmpty)
        {
            problems.Add(line, $"A question cannot depend on `{above.Id}`, whose answers are not choices or levels.", "Let it depend on a question of the kinds one, several, scale or recommend.");
            return;
        }

        foreach (var (answer, at) in answers.Where(answer => !possible.Contains(answer.Value)))
        {
            problems.Add(at, $"`{answer}` is no answer to `{above.Id}`.", $"Its answers are {string.Join(", ", possible)}.");
        }
    }

    private static ImmutableArray<string> Possible(Question question) => question.Kind switch
    {
        QuestionKind.One or QuestionKind.Several => [.. question.Choices.Select(choice => choice.Id)],
        QuestionKind.Scale => Numbers(1, question.Levels.Length),
        QuestionKind.Recommend => Numbers(0, 11),
        _ => [],
    };

    private static ImmutableArray<string> Numbers(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
