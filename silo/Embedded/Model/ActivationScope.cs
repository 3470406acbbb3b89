namespace CohortCourses.Embedded;

/// <summary>What a grain may ask of the activation that holds it.</summary>
internal interface IActivation : IGrainContext
{
    IGrainFactory GrainFactory { get; }

    void DeactivateOnIdle();
}

/// <summary>Hands a grain's base class its activation while the constructor runs.</summary>
internal static class ActivationScope
{
    [ThreadStatic]
    private static IActivation? current;

    public static IActivation Current
    {
        get => current ?? throw new InvalidOperationException("A grain is made by the runtime, never with new.");
        set => current = value;
    }
}
