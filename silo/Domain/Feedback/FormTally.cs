using System.Collections.Immutable;

namespace CohortCourses.Domain.Feedback;

/// <summary>How a form was answered: a sum over responses, so their order and their grouping make no difference, and taking one back leaves the rest.</summary>
/// <param name="Questions">By question, for each that was shown to anybody.</param>
public sealed record FormTally(int Responses, ImmutableSortedDictionary<string, Tally> Questions)
{
    public static readonly FormTally Empty = new(0, ImmutableSortedDictionary.Create<string, Tally>(StringComparer.Ordinal));

    public Tally Of(string question) => Questions.GetValueOrDefault(question, Tally.Empty);

    public static FormTally Of(FormRules form, IEnumerable<Response> responses) =>
        responses.Aggregate(Empty, (tally, response) => tally + One(form, response));

    /// <summary>The tally of one response.</summary>
    public static FormTally One(FormRules form, Response response) => new(1, form.Questions
        .Where(question => FormRules.IsShown(question, response))
        .ToImmutableSortedDictionary(question => question.Id, question => One(question, response.To(question.Id)), StringComparer.Ordinal));

    public static FormTally operator +(FormTally left, FormTally right) =>
        new(left.Responses + right.Responses, Combine(left, right, (mine, other) => mine + other));

    public static FormTally operator -(FormTally left, FormTally right) =>
        new(left.Responses - right.Responses, Combine(left, right, (mine, other) => mine - other));

    public bool Equals(FormTally? other) => other is not null && Responses == other.Responses && Questions.SequenceEqual(other.Questions);

    public override int GetHashCode() => HashCode.Combine(Responses, Questions.Count);

    private static Tally One(Question question, ImmutableArray<string> answer) => new(
        1,
        answer.IsEmpty ? 0 : 1,
        question.Counted(answer).ToImmutableSortedDictionary(key => key, _ => 1, StringComparer.Ordinal));

    private static ImmutableSortedDictionary<string, Tally> Combine(FormTally left, FormTally right, Func<Tally, Tally, Tally> combine)
    {
        var tallies = left.Questions.ToBuilder();
        foreach (var (question, tally) in right.Questions)
        {
            var combined = combine(left.Of(question), tally);
            _ = combined.Equals(Tally.Empty) ? tallies.Remove(question) : (tallies[question] = combined) is not null;
        }

        return tallies.ToImmutable();
    }
}
