using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Domain;
using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using PostState = CohortCourses.Contracts.Discussion.PostState;

namespace CohortCourses.Grains.Discussion;

[GrainType("post-page")]
internal sealed class PostPageGrain(
    [PersistentState("posts")] IPersistentState<PostPageDocument> document,
    TimeProvider clock) : DocumentGrain<PostPage, PostPageDocument>(document), IPostPageGrain
{
    private (PostPage Of, PageView View)? view;

    private PostPage Page => State ?? PostPage.Empty;

    private string ThreadKey
    {
        get
        {
            var key = this.GetPrimaryKeyString();
            return key[..key.LastIndexOf('/')];
        }
    }

    public Task<PageReply> Append(StoredPost post) => Reply(page => page.Append(post.ToDomain()));

    /// <remarks>The text that goes is kept first: a crash in between leaves it twice, never nowhere.</remarks>
    public async Task<PageReply> Edit(string post, string by, string text)
    {
        var now = clock.GetCurrentInstant();
        var decision = Page.In(post, one => one.Edit(by, text, now));
        if (decision.Changed && Page.Find(post) is { } before)
        {
            await GrainFactory.PostHistory(ThreadKey, post).Keep(new(before.Versions, before.Text, now.ToOffset()));
        }

        return await Reply(_ => decision);
    }

    public async Task<PageReply> Withdraw(string post, string by)
    {
        var reply = await Reply(page => page.In(post, one => one.Withdraw(by)));
        if (reply.Outcome.Accepted)
        {
            await GrainFactory.PostHistory(ThreadKey, post).Erase();
        }

        return reply;
    }

    public Task<PageReply> Judge(string post, PostState state, string? reason) => Reply(page => page.In(post, one => one.Judge(state.ToDomain(), reason)));

    public async Task<PageReply> Erase(string learner)
    {
        foreach (var post in Page.Posts.Where(post => post.By == learner))
        {
            await GrainFactory.PostHistory(ThreadKey, post.Id).Erase();
        }

        return await Reply(page => page.Erase(learner));
    }

    public Task<PageView> Read()
    {
        if (view is not { } known || !ReferenceEquals(known.Of, Page))
        {
            view = known = (Page, new([.. Page.Posts.Select(post => post.ToStored())], Page.IsFull, Page.Version));
        }

        return Task.FromResult(known.View);
    }

    private async Task<PageReply> Reply(Func<PostPage, Decision<PostPage>> rule) =>
        new(await DecideFromNothing(page => rule(page ?? PostPage.Empty)), Page.IsFull, Page.Version);
}
