using System.Collections.Immutable;
using System.Reflection;
using CohortCourses.Domain.Moderation;
using NodaTime;
using static CohortCourses.Tests.Domain.Moderation.Samples;

namespace CohortCourses.Tests.Domain.Moderation;

public sealed class LogTests
{
    private static readonly ImmutableList<LogEntry> Log = Written(
        Hide("h", "ines"), On("m", "ravi", ActKind.Mute) with { Value = "2026-02-12T12:00:00Z" }, new("s", "maya", ActKind.Slow, Now, Thread: "t", Value: "30", Before: "0"), On("u", "ines", ActKind.Uphold) with { Undoes = "x" });

    [Fact]
    public void Log_AsItWasWritten_Holds() => Assert.Null(Flaw(Log));

    /// <summary>Whichever member of whichever entry is changed, with the entry's own hash left or computed anew.</summary>
    [Fact]
    public void Log_WithAnythingChanged_ShowsWhere()
    {
        foreach (var at in Enumerable.Range(0, Log.Count))
        {
            foreach (var changed in Changes(Log[at]))
            {
                Assert.Equal(at + 1, Flaw(Log.SetItem(at, changed)));
                Assert.NotNull(Flaw(Log.SetItem(at, changed with { Hash = changed.Compute() })));
            }

            Assert.Equal(at + 1, Flaw(Log.SetItem(at, Log[at] with { Hash = LogEntry.Beginning })));
        }
    }

    [Fact]
    public void Log_WithAnEntryTakenOutOrPutInOrMoved_ShowsIt()
    {
        foreach (var at in Enumerable.Range(0, Log.Count))
        {
            Assert.NotNull(Flaw(Log.RemoveAt(at)));
            Assert.NotNull(Flaw(Log.Insert(at, Log[at])));
        }

        Assert.NotNull(Flaw([Log[1], Log[0], .. Log.Skip(2)]));
        Assert.NotNull(Flaw([]));
    }

    [Fact]
    public void Log_WhenSomebodyIsForgotten_StillHolds_AndSaysNothingOfThem()
    {
        var forgotten = new LogPage(Log).Forget("lin").Accepted();

        Assert.Null(Flaw(forgotten.Entries));
        Assert.All(forgotten.Entries, entry => Assert.NotEqual("lin", entry.About.Value));
        Assert.Equal((null, null), (forgotten.Entries[0].Words.Value, forgotten.Entries[0].Words.Salt));
        Assert.Equal("ines", forgotten.Entries[0].By.Value);
        forgotten.Forget("lin").Unchanged();
    }

    [Fact]
    public void Log_WhenSomebodyWhoActedIsForgotten_KeepsTheActAndWhy()
    {
        var forgotten = new LogPage(Log).Forget("ines").Accepted().Entries[0];

        Assert.Equal((null, "No insults, please.", ActKind.Hide), (forgotten.By.Value, forgotten.Words.Value, forgotten.Kind));
    }

    [Fact]
    public void Add_WhenRepeated_ChangesNothing() => new LogPage(Log).Add(Hide("h", "ines"), 5, Log[^1].Hash, ("1", "2", "3")).Unchanged();

    [Fact]
    public void Commitments_OfTheSameValue_AreNotAlike_SoThatNobodyIsFoundByGuessing() =>
        Assert.NotEqual(Committed.To("lin", "a").Hash, Committed.To("lin", "b").Hash);

    /// <summary>The way to compute a hash is told to whoever keeps an export: it never changes.</summary>
    [Fact]
    public void Hash_OfAnEntry_IsWhatItAlwaysWas() => Assert.Equal(
        "f58ebc1cc56bc0bb0d98bc7424bcd9ce7bbaf13900eace11af17e2d41d79e0f3", LogEntry.Of(Hide("h", "ines"), 1, LogEntry.Beginning, ("a", "b", "c")).Hash);

    private static ImmutableList<LogEntry> Written(params ImmutableArray<Act> acts) => acts.Aggregate(
        LogPage.Empty,
        (page, act) => page.Add(act, page.Entries.Count + 1, page.Entries.IsEmpty ? LogEntry.Beginning : page.Entries[^1].Hash, ($"{act.Id}1", $"{act.Id}2", $"{act.Id}3")).Accepted()).Entries;

    private static int? Flaw(IReadOnlyList<LogEntry> entries) => LogChain.Beginning.Read(entries).EndsAt(Log.Count, Log[^1].Hash).Flaw;

    /// <summary>The entry with each member changed in turn, one at a time.</summary>
    private static IEnumerable<LogEntry> Changes(LogEntry entry)
    {
        var members = typeof(LogEntry).GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();
        Assert.Equal(17, members.Length);
        foreach (var member in members.Where(member => member.Name != nameof(LogEntry.Hash)))
        {
            var property = typeof(LogEntry).GetProperty(member.Name!)!;
            var changed = entry with { };
            property.SetValue(changed, Other(property, entry));
            yield return changed;
        }
    }

    private static object Other(PropertyInfo property, LogEntry entry) => property.GetValue(entry) switch
    {
        int number => number + 1,
        ActKind kind => kind == ActKind.Pin ? ActKind.Lock : ActKind.Pin,
        ReportChannel channel => 1 - channel,
        ReportReason reason => reason == ReportReason.Other ? ReportReason.Danger : ReportReason.Other,
        Instant at => at + Duration.Epsilon,
        Committed said => said.Value is null ? Committed.To("somebody", "salt") : said with { Value = said.Value + "!" },
        string text => text + "!",
        null when property.PropertyType == typeof(string) => "!",
        null => ReportReason.Danger,
        var other => throw new InvalidOperationException($"{property.Name}: {other}"),
    };
}
