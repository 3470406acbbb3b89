using System.Collections.Immutable;

namespace CohortCourses.Domain.Feedback;

/// <summary>What a question accepts.</summary>
/// <param name="Id">Stable: answers line up by it.</param>
/// <param name="Wording">The hash of what respondents read; it is kept with every answer.</param>
public abstract record Question(string Id, bool Required, Condition? ShownIf, string Wording)
{
    /// <summary>The answer as it is kept, or why it is not taken. What was left empty is no answer.</summary>
    public abstract (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given);

    /// <summary>Whether nothing is missing for a question that is required.</summary>
    public virtual bool IsWhole(ImmutableArray<string> kept) => !kept.IsEmpty;

    /// <summary>Under which keys an answer is counted; none for texts, which are read and not counted.</summary>
    public virtual IEnumerable<string> Counted(ImmutableArray<string> kept) => kept;

    protected static (ImmutableArray<string> Kept, Rejection? Refused) Keep(params IEnumerable<string> kept) => ([.. kept], null);

    protected static (ImmutableArray<string> Kept, Rejection? Refused) Refuse(Rejection why) => ([], why);
}
