using System.Collections.Immutable;
using CohortCourses.Domain.Discussion;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CohortCourses.Tests.Domain.Discussion;

public sealed class ThreadIndexLaws
{
    private static readonly Instant Start = Instant.FromUtc(2026, 2, 2, 9, 0);

    private enum Step
    {
        Post,
        Edit,
        Withdraw,
        Judge,
        Erase,
    }

    private static readonly Gen<(Step Step, int Person, int Post, PostState State)> Steps =
        from step in Gen.Elements(Step.Post, Step.Post, Step.Post, Step.Edit, Step.Withdraw, Step.Judge, Step.Judge, Step.Erase)
        from person in Gen.Choose(1, 4)
        from post in Gen.Choose(1, 30)
        from state in Gen.Elements(PostState.Shown, PostState.Awaiting, PostState.Hidden, PostState.Removed)
        select (step, person, post, state);

    [Fact]
    public void Index_WhateverHappens_IsAsIfCountedAnew() => Law.HoldsThrough(Steps, history =>
    {
        var page = PostPage.Empty;
        var index = ThreadIndex.Empty;
        foreach (var (place, (step, person, number, state)) in history.Index())
        {
            var (who, which, now) = ($"learner-{person}", $"post-{number}", Start + Duration.FromMinutes(place));
            var changed = (step switch
            {
                Step.Post => page.Append(new($"post-{page.Posts.Count + 1}", page.Posts.Count + 1, who, now, "Text.") { State = state is PostState.Awaiting ? state : PostState.Shown }),
                Step.Edit => page.In(which, post => post.Edit(who, $"Text {place}.", now)),
                Step.Withdraw => page.In(which, post => post.Withdraw(who)),
                Step.Judge => page.In(which, post => post.Judge(state, "Why.")),
                _ => page.Erase(who),
            }).Or(page);

            index = changed.Posts.Select(Entry).Aggregate(index, (known, entry) =>
                entry.Number > known.Entries.Count ? known.Add(entry)
                : entry == known.Entries[entry.Number - 1] ? known
                : known.Replace(entry));
            page = changed;
            AssertSame(ThreadIndex.Of(page.Posts.Select(Entry)), index);
        }
    });

    private static PostEntry Entry(Post post) => new(post.Id, post.Number, 1, post.By, post.At, post.State);

    private static void AssertSame(ThreadIndex anew, ThreadIndex kept)
    {
        Assert.Equal(anew.Entries, kept.Entries);
        Assert.Equal(
            (anew.Shown, anew.Awaiting, anew.Last, anew.FirstReply),
            (kept.Shown, kept.Awaiting, kept.Last, kept.FirstReply));
        Assert.Equal(kept.Entries.Count(entry => entry.IsShown), kept.Shown);
        Assert.All(kept.Entries, entry => Assert.Equal(entry, kept.Find(entry.Id)));
        Assert.All(Enumerable.Range(1, 4), person => Assert.Equal(anew.LastOf($"learner-{person}"), kept.LastOf($"learner-{person}")));
    }
}
