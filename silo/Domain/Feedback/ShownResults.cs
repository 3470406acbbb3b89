using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Domain.Feedback;

/// <summary>
/// What may be shown of an anonymous form's answers while they come in. Whoever looks twice sees what came in between, so the results
/// move by five answers or more, or not at all: the first five, and from then on one full five stays held back, so that there are five to
/// add when the form closes. A form that closes with six to nine answers goes on showing five.
/// </summary>
/// <param name="Shown">What everybody may see.</param>
/// <param name="Waiting">None or five, not shown before the next five have come or the form closes.</param>
/// <param name="Coming">None to four.</param>
/// <param name="IsClosed">Nothing is added any more.</param>
public sealed record ShownResults(FormTally Shown, FormTally Waiting, FormTally Coming, bool IsClosed = false)
{
    public static readonly ShownResults Empty = new(FormTally.Empty, FormTally.Empty, FormTally.Empty);

    /// <summary>All answers, shown or not.</summary>
    public int Responses => Shown.Responses + HeldBack;

    /// <summary>How many answers are not shown.</summary>
    public int HeldBack => Waiting.Responses + Coming.Responses;

    /// <summary>Takes one more, or the change of one that was counted, which shows with the next five.</summary>
    public ShownResults Add(FormTally response) => IsClosed ? this : (this with { Coming = Coming + response }).Settle();

    /// <summary>Moves on if enough have come. Somebody may have died between counting them and writing that down.</summary>
    public ShownResults Settle() => this switch
    {
        { IsClosed: true } or { Coming.Responses: < SmallGroups.Least } => this,
        { Shown.Responses: 0 } => this with { Shown = Coming, Coming = FormTally.Empty },
        _ => this with { Shown = Shown + Waiting, Waiting = Coming, Coming = FormTally.Empty },
    };

    /// <summary>Takes out what a person had answered who is taken out altogether.</summary>
    public ShownResults Correct(FormTally change) => IsClosed ? this with { Shown = Shown + change } : this with { Coming = Coming + change };

    /// <summary>Shows the rest, unless it is so few that the last ones to answer would be seen.</summary>
    public ShownResults Close() => this switch
    {
        { IsClosed: true } => this,
        { HeldBack: 0 or >= SmallGroups.Least } => new(Shown + Waiting + Coming, FormTally.Empty, FormTally.Empty, IsClosed: true),
        _ => this with { IsClosed = true },
    };
}
