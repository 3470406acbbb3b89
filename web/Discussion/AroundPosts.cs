using System.Collections.Concurrent;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>Keeps what stands around posts, for each thread that is being read and each language.</summary>
public sealed class AroundPosts
{
    /// <summary>How many are kept; then it begins anew.</summary>
    private const int Most = 1024;

    private readonly ConcurrentDictionary<(string Language, string Address), PostWords> kept = new();

    /// <param name="address">Of the thread.</param>
    internal PostWords Of(Words words, string address)
    {
        var key = (words.Language.Tag, address);
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        return kept[key] = new(words, address);
    }
}
