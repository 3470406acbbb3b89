using System.Collections.Concurrent;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using Microsoft.Extensions.Caching.Memory;

namespace CohortCourses.Web.Cohorts;

/// <summary>
/// Who is in each cohort, by name. Names live with the learners, and to read thousands costs more than any page; so they are kept here, and each
/// time the roster is asked whether anybody came, left or changed. Only those are read again. Every node keeps its own, and none shows who left.
/// </summary>
public sealed class Rolls(IGrainFactory grains) : IDisposable
{
    private const int MostPeople = 50_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostPeople });
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>Everyone in a cohort, as of now.</summary>
    public async Task<Roll> OfAsync(string cohort)
    {
        var known = kept.Get<Roll>(cohort) ?? Roll.Unread;
        var news = await grains.Cohort(cohort).RosterSince(known.Stamp);
        if (news.Stamp == known.Stamp)
        {
            return known;
        }

        // Many ask at once when a course begins: one of them reads, and the others find it read.
        var turn = turns.GetOrAdd(cohort, _ => new(1));
        await turn.WaitAsync();
        try
        {
            known = kept.Get<Roll>(cohort) ?? Roll.Unread;
            news = await grains.Cohort(cohort).RosterSince(known.Stamp);
            return news.Stamp == known.Stamp ? known : await ReadAsync(cohort, known, news);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        kept.Dispose();
        foreach (var turn in turns.Values)
        {
            turn.Dispose();
        }
    }

    private async Task<Roll> ReadAsync(string cohort, Roll known, RosterNews news)
    {
        var names = await Task.WhenAll(news.Members.Select(async member => (member, await grains.Learner(member.Learner).HandleIn(cohort))));
        var roll = known.After(news, names);
        kept.Set(cohort, roll, new MemoryCacheEntryOptions { Size = Math.Max(1, roll.Count), SlidingExpiration = KeptFor });
        return roll;
    }
}
