using System.Runtime.CompilerServices;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>Asks many grains, some of them at a time, and hands on the answers in the order of the questions.</summary>
internal static class Many
{
    /// <summary>Enough to keep a few processors busy; the answers to all of them wait in memory.</summary>
    private const int AtOnce = 16;

    public static async IAsyncEnumerable<(TAsked Asked, TAnswer Answer)> Ask<TAsked, TAnswer>(
        IEnumerable<TAsked> all, Func<TAsked, Task<TAnswer>> ask, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var part in all.Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var answers = await Task.WhenAll(part.Select(ask));
            for (var index = 0; index < part.Length; index++)
            {
                yield return (part[index], answers[index]);
            }
        }
    }
}
