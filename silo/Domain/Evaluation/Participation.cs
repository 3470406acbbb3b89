using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// Who answered a form, and what. Its questions are shown among those who answered; where so nearly everyone did that saying how many
/// would single out the others, they are shown among all, and those without an answer stand with the lowest or the smallest answer.
/// </summary>
public sealed class Participation
{
    /// <summary>The value of those who gave no answer.</summary>
    public const string None = "";

    private readonly Breakdowns _breakdowns;
    private readonly ImmutableArray<int> _people;

    private Participation(Figure answered, Breakdowns breakdowns, ImmutableArray<int> people)
    {
        Answered = answered;
        _breakdowns = breakdowns;
        _people = people;
    }

    /// <summary>Who answered at all: "yes" and "no".</summary>
    public Figure Answered { get; }

    /// <summary>How many people the figures of questions are about.</summary>
    public int N => _people.Length;

    /// <param name="everyone">The breakdowns of all who could answer.</param>
    /// <param name="answered">For each of them, whether they did.</param>
    public static Participation Of(Breakdowns everyone, IReadOnlyList<bool> answered)
    {
        var outcome = Sorting.Unordered("answered", ["yes", "no"], answered.Select(did => did ? "yes" : "no"));
        var figure = Figure.Of(everyone, outcome);
        return figure.IsShown
            ? new(figure, everyone.Within(outcome, 0), [.. answered.Index().Where(person => person.Item).Select(person => person.Index)])
            : new(figure, everyone, [.. Enumerable.Range(0, answered.Count)]);
    }

    /// <summary>A question with one answer from each, whose answers are levels of a scale or choices without order.</summary>
    /// <param name="answerOf">The answer of the person with that number among all who could answer; null if there is none.</param>
    public Figure Question(string name, IEnumerable<string> answers, bool isScale, Func<int, string?> answerOf)
    {
        string[] values = [None, .. answers];
        var given = _people.Select(person => answerOf(person) ?? None);
        return Figure.Of(_breakdowns, isScale ? Sorting.Ordered(name, values, given) : Sorting.Unordered(name, values, given));
    }
}
