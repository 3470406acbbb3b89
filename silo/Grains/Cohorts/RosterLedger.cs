using System.Globalization;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Domain.Cohorts;

namespace CohortCourses.Grains.Cohorts;

/// <summary>Whose line of the roster changed lately, for as long as the grain is awake. Nothing of it is stored: a stamp of an earlier life gets everyone.</summary>
internal sealed class RosterLedger
{
    /// <summary>How many changes are remembered. Who missed more reads everyone.</summary>
    internal const int Remembered = 512;

    private readonly string life = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    private readonly Queue<string> changed = new();
    private RosterNews? unchanged;
    private long number;

    private string Stamp => string.Create(CultureInfo.InvariantCulture, $"{life}-{number}");

    public static ImmutableArray<MemberView> All(Cohort cohort) => [.. cohort.Members.Select(member => member.Value.ToView(member.Key))];

    public void Note(string learner)
    {
        number++;
        changed.Enqueue(learner);
        if (changed.Count > Remembered)
        {
            changed.Dequeue();
        }
    }

    public RosterNews Since(string? stamp, Cohort? cohort)
    {
        if (cohort is null || Missed(stamp) is not { } missed)
        {
            return new(Stamp, IsWhole: true, cohort is null ? [] : All(cohort), []);
        }

        if (missed == 0)
        {
            return unchanged is { } same && same.Stamp == stamp ? same : unchanged = new(Stamp, IsWhole: false, [], []);
        }

        var learners = changed.Skip(changed.Count - missed).Distinct(StringComparer.Ordinal).ToLookup(cohort.Members.ContainsKey);
        return new(Stamp, IsWhole: false, [.. learners[true].Select(learner => cohort.Members[learner].ToView(learner))], [.. learners[false]]);
    }

    /// <summary>How many changes came after a stamp; null if that can't be told.</summary>
    private int? Missed(string? stamp) =>
        stamp?.Split('-') is [var of, var at] && of == life && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        && number - seen is var missed && missed >= 0 && missed <= changed.Count
            ? (int)missed
            : null;
}
