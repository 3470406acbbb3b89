namespace CohortCourses.Domain.Feedback;

/// <summary>Who can see whose answers they are, the strictest promise first.</summary>
public enum FormLevel
{
    /// <summary>Nobody, ever.</summary>
    Anonymous,

    /// <summary>Evaluators see a study key in place of the person.</summary>
    Confidential,

    /// <summary>Instructors see the name.</summary>
    Named,
}

public static class FormLevels
{
    /// <summary>Whether what was promised by one level is kept by another: once a form is open, its level may only become stricter.</summary>
    public static bool IsKeptBy(this FormLevel promised, FormLevel level) => level <= promised;

    /// <summary>Whether respondents may change what they sent. Nobody knows which answers are whose where nobody can ever know.</summary>
    public static bool AllowsChanges(this FormLevel level) => level != FormLevel.Anonymous;
}
