namespace CohortCourses.Web.People;

/// <summary>What it takes to accept an invitation, as it was typed. Who is signed in types a name to go by alone.</summary>
public sealed record JoinForm : AccountForm
{
    /// <summary>The name to go by in the cohort.</summary>
    public string? Handle { get; init; }

    /// <summary>Whether that name is not their own: then others do not see when they are here, until they allow it.</summary>
    public bool Pseudonym { get; init; }

    /// <summary>Whether they agree to research.</summary>
    public bool Research { get; init; }

    /// <summary>An earlier cohort of the same course to bring the work from.</summary>
    public string? ContinueFrom { get; init; }
}
