namespace CohortCourses.Embedded;

/// <summary>Why an activation goes.</summary>
public enum DeactivationReasonCode
{
    None,
    ShuttingDown,
    ActivationFailed,
    ActivationIdle,
    ApplicationRequested,
    ApplicationError,
}

/// <summary>Why an activation goes, with words.</summary>
public readonly record struct DeactivationReason(DeactivationReasonCode ReasonCode, string Description);
