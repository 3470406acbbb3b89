using System.Collections.Immutable;
using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Domain.Feedback;

/// <summary>
/// When it is counted what people answered. Whoever looks twice may subtract, and each early look takes something from the last one; so a form
/// is counted when it closes, and before only if everybody is shown its results: then with the tenth answer, and again when twice as many have come.
/// </summary>
/// <param name="Looks">What had been answered at each look, the first one first. <see cref="ToldAnswers"/> says how much of it is told.</param>
/// <param name="IsClosed">Nothing is added any more.</param>
public sealed record ShownResults(ImmutableArray<FormTally> Looks, bool IsClosed = false)
{
    /// <summary>With fewer answers there are no two groups to tell apart.</summary>
    public const int FirstLook = 2 * SmallGroups.Least;

    /// <summary>Bounds what is stored. After 320 answers the next look is the last one.</summary>
    public const int MostLooks = 6;

    public static readonly ShownResults Empty = new([]);

    /// <summary>The latest look.</summary>
    public FormTally Told => Looks.IsEmpty ? FormTally.Empty : Looks[^1];

    /// <summary>Looks again if enough have come, while everybody is shown the results.</summary>
    public ShownResults Look(FormTally all) =>
        IsClosed || Looks.Length == MostLooks || all.Responses < Math.Max(FirstLook, 2 * Told.Responses) ? this : this with { Looks = Looks.Add(all) };

    /// <summary>The last look, unless there is nothing to tell or so few came since the one before that they would be seen.</summary>
    public ShownResults Close(FormTally all) => this switch
    {
        { IsClosed: true } => this,
        _ when all.Responses < SmallGroups.Least || Moves.IsFew(all.Responses - Told.Responses) || all.Equals(Told) => this with { IsClosed = true },
        _ => new(Looks.Add(all), IsClosed: true),
    };

    /// <summary>Whether everything that was answered was counted, and nothing will be added.</summary>
    public bool IsWhole(FormTally all) => IsClosed && Told.Responses == all.Responses;
}
