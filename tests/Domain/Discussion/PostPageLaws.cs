using CohortCourses.Domain.Discussion;
using FsCheck.Fluent;
using NodaTime;

namespace CohortCourses.Tests.Domain.Discussion;

public sealed class PostPageLaws
{
    private static readonly Instant Now = Instant.FromUtc(2026, 2, 2, 9, 0);

    [Fact]
    public void Append_TheSameIdTwice_IsOnePost_AndAnothersIdIsTaken() => Law.HoldsThrough(
        from id in Gen.Choose(1, 8)
        from person in Gen.Choose(1, 2)
        select (Id: $"post-{id}", By: $"learner-{person}"),
        history =>
        {
            var page = PostPage.Empty;
            foreach (var (id, by) in history)
            {
                var before = page.Find(id);
                var decision = page.Append(new(id, page.Posts.Count + 1, by, Now, "Text."));

                Assert.Equal(before is null, decision.Changed);
                Assert.Equal(before is not null && before.By != by ? "post.id-taken" : null, decision.Rejection?.Code);
                page = decision.Or(page);
                Assert.Distinct(page.Posts.Select(post => post.Id));
                Assert.Equal(page.Posts.Count, page.Version);
            }
        });
}
