using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How one question, or one part of it, was answered.</summary>
/// <param name="Part">A row of a matrix, or one of several choices; empty where the question is a whole.</param>
/// <param name="Middle">Quartiles of the levels or numbers that were given; null where answers have no order or nothing is told apart.</param>
/// <param name="Score">Net promoter, where nobody stands together.</param>
public sealed record QuestionFigure(string Question, string Part, string Wording, ShownFigure Figure, Quartiles? Middle, NetPromoter? Score)
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Detractors = "detractors";
    public const string Passives = "passives";
    public const string Promoters = "promoters";
}

/// <summary>A part of a question that has one answer from each: what it is called, which answers there are, and how to read one.</summary>
/// <param name="Answer">The answer in a whole response; null if there is none.</param>
/// <param name="Number">What an answer is as a number, where that has a meaning.</param>
internal sealed record QuestionPart(
    Question Question, string Name, ImmutableArray<string> Answers, bool IsScale, Func<ImmutableArray<string>, string?> Answer, Func<ImmutableArray<string>, double?>? Number = null)
{
    private static readonly ImmutableArray<string> Recommendation = [QuestionFigure.Detractors, QuestionFigure.Passives, QuestionFigure.Promoters];

    /// <summary>None for texts and dates, which are read and not counted.</summary>
    public static ImmutableArray<QuestionPart> Of(Question question) => question switch
    {
        OneChoice one => [new(one, "", one.Choices, IsScale: false, First)],
        SeveralChoices several => [.. several.Choices.Select(choice => new QuestionPart(several, choice, [QuestionFigure.No, QuestionFigure.Yes], IsScale: false, given => given.IsEmpty ? null : given.Contains(choice) ? QuestionFigure.Yes : QuestionFigure.No))],
        Ranking ranking => [new(ranking, "", ranking.Choices, IsScale: false, First)],
        Scale { Least: 0 } recommend => [new(recommend, "", Recommendation, IsScale: true, given => Stand(First(given)), given => ToNumber(First(given)))],
        Scale scale => [new(scale, "", Levels(scale.Most), IsScale: true, First, given => ToNumber(First(given)))],
        Matrix matrix => [.. matrix.Rows.Select(row => new QuestionPart(matrix, row, Levels(matrix.Most), IsScale: true, given => InRow(given, row), given => ToNumber(InRow(given, row))))],
        Amount amount => [new(amount, "", [], IsScale: true, First, given => ToNumber(First(given)))],
        _ => [],
    };

    public bool IsLevels => Question is Scale or Matrix;

    /// <summary>Whether who gave this answer is asked what a condition asks them.</summary>
    public bool Meets(Condition condition, string answer) => Question is SeveralChoices
        ? answer == QuestionFigure.Yes && condition.Is.Contains(Name, StringComparer.Ordinal)
        : condition.Is.Contains(answer, StringComparer.Ordinal);

    /// <summary>Those who were asked, by their answers. Of several choices each one's count is known, and how many answered at all; the others did not pick it. Numbers are not sorted.</summary>
    public Sorting Sort(Tally tally)
    {
        var picked = tally.Counts.GetValueOrDefault(Name);
        ImmutableArray<string> given = Question is SeveralChoices
            ? [.. Enumerable.Repeat(QuestionFigure.Yes, picked), .. Enumerable.Repeat(QuestionFigure.No, tally.Answered - picked)]
            : [.. Keys(tally).Select(OfKey).OfType<string>().Where(answer => Answers.Contains(answer))];
        given = [.. given, .. Enumerable.Repeat(Participation.None, tally.Shown - given.Length)];
        string[] values = [Participation.None, .. Answers];
        return IsScale ? Sorting.Ordered(Question.Id, values, given) : Sorting.Unordered(Question.Id, values, given);
    }

    /// <summary>The answers of a tally as numbers, where they have such a meaning.</summary>
    public double[] Numbers(Tally tally) => Number is null ? [] : [.. Keys(tally).Select(key => Number([key])).OfType<double>()];

    public QuestionFigure Whole(ShownFigure figure, double[] numbers, bool isTold)
    {
        var isRecommendation = Question is Scale { Least: 0 };
        var standsAlone = isTold && figure.Outcomes.All(group => group.Values.Length == 1);
        return new(
            Question.Id,
            Name,
            Question.Wording,
            figure,
            isTold && Number is not null && !isRecommendation ? (IsLevels ? Quartiles.OfLevels(numbers.Select(number => (int)number)) : Quartiles.OfNumbers(numbers)) : null,
            isRecommendation && standsAlone ? NetPromoter.Of(numbers.Select(number => (int)number)) : null);
    }

    private static IEnumerable<string> Keys(Tally tally) => tally.Counts.SelectMany(count => Enumerable.Repeat(count.Key, count.Value));

    /// <summary>How the parts of a tally count it: what each key of the tally answers.</summary>
    private string? OfKey(string key) => Answer(Question is Ranking ? key.EndsWith(":1", StringComparison.Ordinal) ? [key[..^2]] : [] : [key]);

    private static ImmutableArray<string> Levels(int most) => [.. Enumerable.Range(1, most).Select(level => level.ToString(CultureInfo.InvariantCulture))];

    private static string? First(ImmutableArray<string> given) => given.IsEmpty ? null : given[0];

    private static string? InRow(ImmutableArray<string> given, string row) => given.FirstOrDefault(value => value.StartsWith(row + ":", StringComparison.Ordinal))?[(row.Length + 1)..];

    private static double? ToNumber(string? value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Stand(string? value) => ToNumber(value) switch
    {
        null => null,
        >= NetPromoter.LeastOfPromoters => QuestionFigure.Promoters,
        >= NetPromoter.LeastOfPassives => QuestionFigure.Passives,
        _ => QuestionFigure.Detractors,
    };
}
