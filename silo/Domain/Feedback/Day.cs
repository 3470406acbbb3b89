using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Domain.Feedback;

/// <summary>A day in a range, both ends included.</summary>
public sealed record Day(string Id, bool Required, Condition? ShownIf, string Wording, LocalDate? From, LocalDate? To)
    : Question(Id, Required, ShownIf, Wording)
{
    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given)
    {
        ImmutableArray<string> typed = [.. given.Select(value => value.Trim()).Where(value => value.Length > 0)];
        return typed switch
        {
            [] => Keep(),
            [_, _, ..] => Refuse(FeedbackRejections.OneOnly),
            [var one] when LocalDatePattern.Iso.Parse(one) is { Success: true, Value: var day } => Check(day),
            _ => Refuse(FeedbackRejections.NoDate),
        };
    }

    private (ImmutableArray<string> Kept, Rejection? Refused) Check(LocalDate day) => day switch
    {
        _ when day < From => Refuse(FeedbackRejections.TooEarly(From.Value)),
        _ when day > To => Refuse(FeedbackRejections.TooLate(To.Value)),
        _ => Keep(LocalDatePattern.Iso.Format(day)),
    };
}
