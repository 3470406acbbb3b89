namespace CohortCourses.Embedded;

/// <summary>Hands out references to grains and observers.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain of that interface and key; the grain itself comes alive with the first call.</summary>
    TGrain GetGrain<TGrain>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrain : IGrainWithStringKey;

    /// <summary>A reference that grains can call; it lives until it is deleted.</summary>
    TObserver CreateObjectReference<TObserver>(IGrainObserver obj)
        where TObserver : IGrainObserver;

    /// <summary>Ends the reference: calls over it go nowhere.</summary>
    void DeleteObjectReference<TObserver>(IGrainObserver obj)
        where TObserver : IGrainObserver;
}
