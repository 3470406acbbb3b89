using System.Collections.Immutable;

namespace CohortCourses.Domain.Feedback;

/// <summary>Why one question's answer was not taken. The question is empty where the reason is the response as a whole.</summary>
public sealed record RefusedAnswer(string Question, Rejection Why);

/// <summary>What came of checking a response: what is kept of it, and every reason at once why it is not taken.</summary>
public sealed record CheckedResponse(Response Kept, ImmutableArray<RefusedAnswer> Refused)
{
    public bool IsAccepted => Refused.IsEmpty;
}

/// <summary>A version of a form: what it promises and what it accepts.</summary>
public sealed record FormRules(FormLevel Level, ImmutableArray<Question> Questions)
{
    /// <summary>How many characters the texts of one response may have together.</summary>
    public const int LongestResponse = 20_000;

    /// <summary>
    /// Checks what was sent. Answers to questions that are not shown, given the answers above them, are dropped without a word: the
    /// respondent changed an earlier answer. Answers to questions that the form does not have are refused: the page was an older one.
    /// </summary>
    public CheckedResponse Check(IReadOnlyDictionary<string, ImmutableArray<string>> given)
    {
        var refused = ImmutableArray.CreateBuilder<RefusedAnswer>();
        var kept = Response.Empty;
        foreach (var question in Questions.Where(question => IsShown(question, kept)))
        {
            var (answer, why) = question.Check([.. given.GetValueOrDefault(question.Id, []).Where(value => value.Length > 0)]);
            why ??= question.Required && !question.IsWhole(answer) ? FeedbackRejections.Required : null;
            if (why is not null)
            {
                refused.Add(new(question.Id, why));
            }
            else if (!answer.IsEmpty)
            {
                kept = kept.With(question.Id, answer);
            }
        }

        foreach (var (id, _) in given.Where(answer => Questions.All(question => question.Id != answer.Key)))
        {
            refused.Add(new(id, FeedbackRejections.UnknownQuestion));
        }

        if (refused.Count == 0 && kept.Answers.IsEmpty)
        {
            refused.Add(new("", FeedbackRejections.Empty));
        }

        if (kept.Length > LongestResponse)
        {
            refused.Add(new("", FeedbackRejections.TooMuch));
        }

        return new(kept, refused.ToImmutable());
    }

    /// <summary>Whether a question is shown to someone who answered so.</summary>
    public static bool IsShown(Question question, Response response) => question.ShownIf is null || question.ShownIf.IsMetBy(response);
}
