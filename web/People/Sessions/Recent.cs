using System.Collections.Concurrent;

namespace CohortCourses.Web.People;

/// <summary>
/// Remembers what was read in the cookies that came lately: decrypting one costs as much as showing a page. Whether what a cookie
/// says still counts is for the caller to ask each time.
/// </summary>
internal sealed class Recent<T>
    where T : class
{
    /// <summary>How many are remembered at least; twice as many at most.</summary>
    private const int Kept = 1024;

    private ConcurrentDictionary<string, T> recent = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, T> earlier = new(StringComparer.Ordinal);

    public T? Find(string cookie)
    {
        if (recent.TryGetValue(cookie, out var known))
        {
            return known;
        }

        if (earlier.TryGetValue(cookie, out known))
        {
            Keep(cookie, known);
        }

        return known;
    }

    public void Keep(string cookie, T known)
    {
        if (recent.Count >= Kept)
        {
            (earlier, recent) = (recent, new(StringComparer.Ordinal));
        }

        recent.TryAdd(cookie, known);
    }
}
