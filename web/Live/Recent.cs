namespace CohortCourses.Web.Live;

/// <summary>The last few things that were made, each for a short while.</summary>
internal sealed class Recent<TKey, TValue>(int most, TimeSpan keepFor, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock access = new();
    private readonly Dictionary<TKey, TValue> known = [];
    private readonly Queue<(TKey Key, long MadeAt)> order = new();

    public TValue Get(TKey key, Func<TValue> make)
    {
        lock (access)
        {
            while (order.TryPeek(out var oldest) && (order.Count >= most || clock.GetElapsedTime(oldest.MadeAt) > keepFor))
            {
                known.Remove(order.Dequeue().Key);
            }

            if (!known.TryGetValue(key, out var value))
            {
                known[key] = value = make();
                order.Enqueue((key, clock.GetTimestamp()));
            }

            return value;
        }
    }
}
