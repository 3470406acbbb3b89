using System.Collections.Concurrent;

namespace CohortCourses.Web.People;

/// <summary>
/// Remembers what was read in the cookies that came lately: decrypting one costs as much as showing a page. What a cookie
/// says never changes; whether it still counts is for the caller to ask each time.
/// </summary>
internal sealed class Recent<T>
    where T : class
{
    /// <summary>How many are remembered at least; twice as many at most.</summary>
    private const int Kept = 1024;

    private ConcurrentDictionary<string, T> recent = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, T> earlier = new(StringComparer.Ordinal);

    /// <param name="read">Reads a cookie; what it can't read, it answers null to, and that is not remembered.</param>
    public T? Get(string cookie, Func<string, T?> read)
    {
        if (recent.TryGetValue(cookie, out var known))
        {
            return known;
        }

        if ((earlier.TryGetValue(cookie, out known) ? known : read(cookie)) is not { } found)
        {
            return null;
        }

        if (recent.Count >= Kept)
        {
            (earlier, recent) = (recent, new(StringComparer.Ordinal));
        }

        recent.TryAdd(cookie, found);
        return found;
    }
}
