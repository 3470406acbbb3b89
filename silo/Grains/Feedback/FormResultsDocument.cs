using CohortCourses.Domain.Feedback;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Feedback;

/// <summary>What may be seen of a form's answers. It is written when that moves, which is in steps of five; what is still coming is counted anew.</summary>
[Document("form-results", 1)]
internal sealed record FormResultsDocument(TallyDocument Shown, TallyDocument Waiting, bool IsClosed)
{
    public ShownResults ToState(FormTally all)
    {
        var (shown, waiting) = (Shown.ToState(), Waiting.ToState());
        return new(shown, waiting, all - shown - waiting, IsClosed);
    }

    public static FormResultsDocument From(ShownResults state) => new(TallyDocument.From(state.Shown), TallyDocument.From(state.Waiting), state.IsClosed);
}

internal sealed record TallyDocument(int Responses)
{
    public ImmutableSortedDictionary<string, CountsDocument> Questions { get; init; } = ImmutableSortedDictionary<string, CountsDocument>.Empty;

    public FormTally ToState() => new(
        Responses,
        Questions.ToImmutableSortedDictionary(question => question.Key, question => new Tally(question.Value.Shown, question.Value.Answered, question.Value.Counts.WithComparers(StringComparer.Ordinal)), StringComparer.Ordinal));

    public static TallyDocument From(FormTally state) => new(state.Responses)
    {
        Questions = state.Questions.ToImmutableSortedDictionary(
            question => question.Key, question => new CountsDocument(question.Value.Shown, question.Value.Answered) { Counts = question.Value.Counts }, StringComparer.Ordinal),
    };
}

internal sealed record CountsDocument(int Shown, int Answered)
{
    public ImmutableSortedDictionary<string, int> Counts { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
