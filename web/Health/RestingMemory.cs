namespace CohortCourses.Web.Health;

/// <summary>
/// Gives memory back when the server comes to rest. The runtime collects only while something new is made: what a start or an export
/// left behind would stay with the process until people come back.
/// </summary>
internal sealed class RestingMemory
{
    /// <summary>Bytes that a resting server makes between two looks, at most.</summary>
    private const long Rest = 1 << 20;

    /// <summary>Bytes made since the last time, from which on it is worth the while.</summary>
    private const long Worth = 32 << 20;

    /// <summary>Bytes: a larger heap would keep whoever comes just then waiting too long.</summary>
    private const long Most = 512 << 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private long seen;
    private long collected;

    /// <summary>Looks now and then, in real time, until it is disposed of.</summary>
    public static ITimer Begin()
    {
        var memory = new RestingMemory();
        return TimeProvider.System.CreateTimer(_ => memory.Collect(), state: null, Look, Look);
    }

    /// <summary>Whether it is time, after so many bytes were made since the process began.</summary>
    public bool IsDue(long made)
    {
        var isResting = made - seen < Rest;
        seen = made;
        if (!isResting || made - collected < Worth)
        {
            return false;
        }

        collected = made;
        return true;
    }

    private void Collect()
    {
        if (IsDue(GC.GetTotalAllocatedBytes()) && GC.GetTotalMemory(forceFullCollection: false) < Most)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
