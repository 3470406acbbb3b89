using CohortCourses.Domain.Discussion;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain.Discussion;

public sealed class ReactionLaws
{
    private static readonly Gen<(int Post, ReactionKind Kind, int Person, int Act)> Steps =
        from post in Gen.Choose(1, 3)
        from kind in Gen.Elements(Enum.GetValues<ReactionKind>())
        from person in Gen.Choose(1, 4)
        from act in Gen.Choose(0, 9)
        select (post, kind, person, act);

    [Fact]
    public void Reactions_AreASet_TwiceIsOnce_AndErasedIsGone() => Law.HoldsThrough(Steps, history =>
    {
        var (reactions, expected) = (Reactions.None, new HashSet<(string Post, ReactionKind Kind, string Who)>());
        foreach (var (post, kind, person, act) in history)
        {
            var one = (Post: $"post-{post}", Kind: kind, Who: $"learner-{person}");
            var decision = act == 9 ? reactions.Erase(one.Who) : reactions.React(one.Post, kind, one.Who, on: act < 6);
            var changes = act == 9 ? expected.RemoveWhere(known => known.Who == one.Who) > 0 : act < 6 ? expected.Add(one) : expected.Remove(one);

            Assert.Equal(changes, decision.Changed);
            reactions = decision.Or(reactions);
            Assert.Equal(expected.Count, reactions.Count);
            Assert.All(expected, known => Assert.Contains(known.Who, reactions.To(known.Post).Of(known.Kind)));
            Assert.Equal(expected.Select(known => known.Post).Distinct(StringComparer.Ordinal).Count(), reactions.Posts.Count);
        }
    });
}
