namespace CohortCourses.Content.Feedback;

/// <summary>When a form is meant to be answered. Forms of the kinds before and after are compared person by person.</summary>
public enum FormKind
{
    Before,

    /// <summary>Short, and the same every week.</summary>
    Pulse,
    Mid,
    After,

    /// <summary>By who leaves before the end.</summary>
    Exit,
}

/// <summary>Who can see whose answers they are.</summary>
public enum FormLevel
{
    /// <summary>Nobody, ever.</summary>
    Anonymous,

    /// <summary>Evaluators see a study key that stands for the person.</summary>
    Confidential,

    /// <summary>Instructors see the name.</summary>
    Named,
}
