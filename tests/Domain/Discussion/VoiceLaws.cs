using CohortCourses.Domain.Discussion;
using FsCheck.Fluent;
using NodaTime;

namespace CohortCourses.Tests.Domain.Discussion;

public sealed class VoiceLaws
{
    private static readonly Instant Start = Instant.FromUtc(2026, 2, 2, 9, 0);

    [Fact]
    public void ReadMarks_WhateverIsSaidLate_NeverGoBack() => Law.HoldsThrough(
        from thread in Gen.Choose(1, 4)
        from number in Gen.Choose(-3, 60)
        select (Thread: $"thread-{thread}", Number: number),
        history =>
        {
            var (voice, furthest) = (Voice.New, new Dictionary<string, int>(StringComparer.Ordinal));
            foreach (var (place, (thread, number)) in history.Index())
            {
                voice = voice.MarkRead(thread, number, Start + Duration.FromMinutes(place)).Or(voice);
                furthest[thread] = Math.Max(furthest.GetValueOrDefault(thread), number);
                Assert.All(furthest, mark => Assert.Equal(Math.Max(0, mark.Value), voice.Read.TryGetValue(mark.Key, out var read) ? read.Number : 0));
            }
        });

    [Fact]
    public void ReadMarks_AreBounded_AndTheOldestGoFirst()
    {
        var voice = Enumerable.Range(0, Voice.MostMarks + 2).Aggregate(
            Voice.New, (known, place) => known.MarkRead($"thread-{place}", 1, Start + Duration.FromMinutes(place)).Or(known));

        Assert.Equal(Voice.MostMarks, voice.Read.Count);
        Assert.DoesNotContain("thread-1", voice.Read.Keys);
        Assert.Contains("thread-2", voice.Read.Keys);
    }
}
