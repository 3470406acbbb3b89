namespace CohortCourses.Web.People;

/// <summary>Lets a key in so many times, then makes it wait until it was quiet for a while. It forgets everything when the server stops.</summary>
/// <param name="most">How often a key may enter before it has to wait.</param>
/// <param name="quiet">How long a key has to stay away, from its last entry on.</param>
public sealed class Throttle(TimeProvider clock, int most, TimeSpan quiet)
{
    private const int MostKeys = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>How long a key has to wait; null if it may enter.</summary>
    public TimeSpan? Wait(string key)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            return entries.GetValueOrDefault(key) is var entry && entry.Count >= most && entry.Until > now ? entry.Until - now : null;
        }
    }

    /// <summary>Counts an entry.</summary>
    /// <returns>Null if let in, else how long to wait.</returns>
    public TimeSpan? Enter(string key)
    {
        lock (gate)
        {
            if (Wait(key) is { } wait)
            {
                return wait;
            }

            var now = clock.GetUtcNow();
            MakeRoom(now);
            var count = entries.GetValueOrDefault(key) is var entry && entry.Until > now ? entry.Count : 0;
            entries[key] = new(count + 1, now + quiet);
            return null;
        }
    }

    /// <summary>Takes an entry back: it was a rightful one.</summary>
    public void Leave(string key)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var entry))
            {
                entries[key] = entry with { Count = Math.Max(0, entry.Count - 1) };
            }
        }
    }

    /// <summary>Forgets a key.</summary>
    public void Clear(string key)
    {
        lock (gate)
        {
            entries.Remove(key);
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (entries.Count < MostKeys)
        {
            return;
        }

        foreach (var (key, _) in entries.Where(entry => entry.Value.Until <= now).ToArray())
        {
            entries.Remove(key);
        }

        if (entries.Count >= MostKeys)
        {
            entries.Clear();
        }
    }

    private readonly record struct Entry(int Count, DateTimeOffset Until);
}
