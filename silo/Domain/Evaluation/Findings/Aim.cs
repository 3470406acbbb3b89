namespace CohortCourses.Domain.Evaluation;

/// <summary>What a recommendation is about.</summary>
public enum AimKind
{
    Course,
    Week,
    Form,
    Schedule,
    Facilitation,
}

/// <summary>The place that a recommendation is aimed at, so that it reaches whoever looks after that place.</summary>
/// <param name="Week">The number of the week, for a week only.</param>
/// <param name="Form">The id of the form, for a form only.</param>
public sealed record Aim(AimKind Kind, int? Week = null, string? Form = null)
{
    public const int LastWeek = 60;

    public const int LongestForm = 80;

    internal bool IsWhole => Kind switch
    {
        AimKind.Week => Week is >= 1 and <= LastWeek && Form is null,
        AimKind.Form => Form is { Length: > 0 and <= LongestForm } && Week is null,
        _ => Enum.IsDefined(Kind) && Week is null && Form is null,
    };
}
