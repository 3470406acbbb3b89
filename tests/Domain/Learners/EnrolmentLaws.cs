using System.Collections.Immutable;
using CohortCourses.Domain.Learners;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CohortCourses.Tests.Domain.Learners;

/// <summary>However people come, stop, pause, return and go on elsewhere: their work stays theirs.</summary>
public sealed class EnrolmentLaws
{
    private enum Step
    {
        Complete,
        Reopen,
        Read,
        Extend,
        Pause,
        Resume,
        SeeNews,
        Rename,
        Continue,
        Jump,
    }

    private static readonly Instant Start = Instant.FromUtc(2026, 2, 2, 9, 0);

    private static readonly Gen<(Step Step, int Week, int Days)> Steps =
        from step in Gen.Elements(Enum.GetValues<Step>())
        from week in Gen.Choose(1, 8)
        from days in Gen.Choose(-5, 30)
        select (step, week, days);

    [Fact]
    public void Work_WhateverHappens_IsLostOnlyByTakingItBack() => Law.HoldsThrough(Steps, history =>
    {
        var marked = new HashSet<int>();
        Play(history, (step, week, before, after) =>
        {
            switch (step)
            {
                case Step.Complete:
                    marked.Add(week);
                    break;
                case Step.Reopen:
                    marked.Remove(week);
                    break;
                default:
                    Assert.Equal(before.Weeks.Where(done => done.Value.CompletedAt is not null).Select(Mark), after.Weeks.Where(done => done.Value.CompletedAt is not null).Select(Mark));
                    break;
            }

            Assert.Equal(marked.Order(), after.Weeks.Where(done => done.Value.CompletedAt is not null).Select(done => done.Key));
        });
    });

    [Fact]
    public void FirstReading_WhateverHappens_IsNeverForgotten() => Law.HoldsThrough(Steps, history => Play(history, (_, _, before, after) =>
        Assert.All(before.Weeks.Where(week => week.Value.OpenedAt is not null), week => Assert.Equal(week.Value.OpenedAt, after.Week(week.Key).OpenedAt))));

    [Fact]
    public void Pauses_WhateverTheClockDoes_NeverOverlapAndNeverEndBeforeTheyBegan() => Law.HoldsThrough(Steps, history => Play(history, (_, _, _, after) =>
    {
        Assert.All(after.Pauses, pause => Assert.True(pause.To is null || pause.To >= pause.From));
        Assert.All(after.Pauses.Zip(after.Pauses.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
    }));

    [Fact]
    public void OwnDates_WhateverHappens_AreNeverEarlierThanTheCohorts() => Law.HoldsThrough(Steps, history =>
    {
        var (due, now) = (Start + Duration.FromDays(7), Start + Duration.FromDays(400));
        Play(history, (_, week, _, after) => Assert.True(after.DueAt(week, Start, due, now) >= due + Duration.FromDays(after.Week(week).ExtensionDays)));
    });

    private static (int Week, Instant? At) Mark(KeyValuePair<int, WeekWork> done) => (done.Key, done.Value.CompletedAt);

    private static void Play((Step Step, int Week, int Days)[] history, Action<Step, int, Enrolment, Enrolment> check)
    {
        ImmutableArray<string> ids = [.. Enumerable.Range(1, 8).Select(week => $"part-{week}")];
        var (enrolment, now) = (Enrolment.Begin("Amina", Start), Start);
        foreach (var (step, week, days) in history)
        {
            now = step == Step.Jump ? now + Duration.FromDays(days) : now;
            var before = enrolment;
            enrolment = step switch
            {
                Step.Complete => before.Complete(week, isOpen: true, now).Or(before),
                Step.Reopen => before.Reopen(week).Or(before),
                Step.Read => before.Read(week, $"note-{days}", isOpen: true, now).Or(before),
                Step.Extend => before.Extend(week, days).Or(before),
                Step.Pause => before.PauseAt(now).Or(before),
                Step.Resume => before.ResumeAt(now).Or(before),
                Step.SeeNews => before.SeeNews(days).Or(before),
                Step.Rename => before.AskFor($"Name {days}").Or(before).Rename(granted: days % 3 != 0).Or(before),
                Step.Continue => before.ContinueIn("Amina", "earlier", ids, ids, now),
                _ => before,
            };
            check(step, week, before, enrolment);
        }
    }
}
