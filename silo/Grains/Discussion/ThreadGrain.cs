using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Live;
using CohortCourses.Domain;
using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using Audience = CohortCourses.Contracts.Discussion.Audience;
using PostState = CohortCourses.Contracts.Discussion.PostState;
using ReactionKind = CohortCourses.Contracts.Discussion.ReactionKind;
using Thread = CohortCourses.Domain.Discussion.Thread;
using Writer = CohortCourses.Contracts.Discussion.Writer;

namespace CohortCourses.Grains.Discussion;

/// <summary>The head of a conversation. Its posts lie in pages; where each is stands in memory, read from the pages when it wakes.</summary>
[GrainType("thread")]
internal sealed partial class ThreadGrain(
    [PersistentState("thread")] IPersistentState<ThreadDocument> document,
    TimeProvider clock) : DocumentGrain<Thread, ThreadDocument>(document), IThreadGrain
{
    private ThreadPages pages = ThreadPages.None;
    private ThreadIndex index = ThreadIndex.Empty;
    private ThreadSummary? summary;

    private string Key => this.GetPrimaryKeyString();

    private string Cohort => Key[..Key.IndexOf('/', StringComparison.Ordinal)];

    private string Id => Key[(Key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        await Load();
    }

    public async Task<Outcome> Start(NewThread thread, Writer by)
    {
        if (PostText.Clean(thread.Post.Text).Refused is { } refused)
        {
            return refused.ToOutcome();
        }

        var started = await DecideFromNothing(existing => Thread.Start(existing, thread.ToDomain(by.Learner, clock.GetCurrentInstant())));
        return !started.Accepted ? started
            : index.Entries.IsEmpty ? (await Append(thread.Post, by)).Outcome
            : Outcome.Ok;
    }

    public async Task<PostReply> Post(NewPost post, Writer by)
    {
        var now = clock.GetCurrentInstant();
        return State is not { } thread || index.Entries.IsEmpty ? Refused(ThreadRejections.Unknown)
            : index.Find(post.Id) is { } known ? known.By == by.Learner ? new(Outcome.Ok, known.Number) : Refused(PostRejections.IdTaken)
            : thread.MayPost(by.ToDomain(), index.LastOf(by.Learner), index.Entries.Count, now) is { } refused ? Refused(refused)
            : post.ReplyTo is { } answered && index.Find(answered) is null ? Refused(PostRejections.Unknown)
            : await Append(post, by);
    }

    public Task<Outcome> Edit(string post, string text, Writer by) => Change(EventKinds.PostChanged, post, by.ToDomain().AsViewer, page => page.Edit(post, by.Learner, text));

    public Task<Outcome> Withdraw(string post, Writer by) => Change(EventKinds.PostChanged, post, by.ToDomain().AsViewer, page => page.Withdraw(post, by.Learner));

    public Task<Outcome> Judge(string post, PostState state, string? reason) => Change(EventKinds.Moderated, post, viewer: null, page => page.Judge(post, state, reason));

    public async Task<Outcome> React(string post, ReactionKind kind, bool on, string learner)
    {
        if (State?.IsReadBy(new(learner, IsStaff: false)) != true || index.Find(post) is not { IsShown: true } entry)
        {
            return PostRejections.Unknown.ToOutcome();
        }

        var outcome = await GrainFactory.Reactions(Key, entry.Page).React(post, kind, learner, on);
        if (outcome.Accepted)
        {
            await Publish(EventKinds.ReactionsChanged, entry);
        }

        return outcome;
    }

    public Task<Outcome> MarkAnswer(string? post, Writer by) => post is not null && index.Find(post) is not { IsShown: true }
        ? Task.FromResult(PostRejections.Unknown.ToOutcome())
        : Head(thread => thread.Mark(post, by.ToDomain()));

    public Task<Outcome> AllowPublishing(bool agreed, Writer by) => Head(thread => thread.AllowPublishing(agreed, by.ToDomain()));

    public Task<Outcome> Pin(bool pinned) => Head(thread => thread.Pin(pinned));

    public Task<Outcome> Lock(bool locked) => Head(thread => thread.Lock(locked));

    public Task<Outcome> Slow(int minutes) => Head(thread => thread.Slow(minutes));

    public Task<Outcome> Move(int week) => Head(thread => thread.Move(week));

    public async Task Erase(string learner)
    {
        foreach (var page in pages.Numbers)
        {
            await GrainFactory.PostPage(Key, page).Erase(learner);
            await GrainFactory.Reactions(Key, page).Erase(learner);
        }

        if (State is not null)
        {
            await Decide(ThreadRejections.Unknown, thread => thread.Erase(learner));
            await Load();
            await Tell(EventKinds.ThreadChanged, entry: null);
        }
    }

    private Task<Outcome> Head(Func<Thread, Decision<Thread>> rule) =>
        Decide(ThreadRejections.Unknown, rule, (_, _) => Tell(EventKinds.ThreadChanged, entry: null));

    /// <summary>Puts a post behind the last one. It is durable when the page has it.</summary>
    private async Task<PostReply> Append(NewPost post, Writer by)
    {
        var (text, refused) = PostText.Clean(post.Text);
        if (text is null)
        {
            return Refused(refused!);
        }

        if (pages.IsLastFull)
        {
            await Decide(ThreadRejections.Unknown, thread => thread.Turn());
            pages = pages.Turn();
        }

        var stored = new StoredPost(
            post.Id, index.Entries.Count + 1, by.Learner, clock.GetUtcNow(), text, post.ReplyTo, post.Awaits && State?.Audience == Domain.Discussion.Audience.Cohort ? PostState.Awaiting : PostState.Shown);
        var reply = await InPage(pages.Last, page => page.Append(stored));
        if (!reply.Outcome.Accepted)
        {
            return new(reply.Outcome, 0);
        }

        var entry = stored.ToEntry(pages.Last);
        index = index.Add(entry);
        await Tell(EventKinds.PostAdded, entry);
        return new(Outcome.Ok, entry.Number);
    }

    private async Task<Outcome> Change(string kind, string post, Domain.Discussion.Viewer? viewer, Func<IPostPageGrain, Task<PageReply>> change)
    {
        if (State is not { } thread || (viewer is not null && !thread.IsReadBy(viewer)) || index.Find(post) is not { } entry)
        {
            return PostRejections.Unknown.ToOutcome();
        }

        var before = pages.Version(entry.Page);
        var reply = await InPage(entry.Page, change);
        if (!reply.Outcome.Accepted || reply.Version == before)
        {
            return reply.Outcome;
        }

        var changed = (await GrainFactory.PostPage(Key, entry.Page).Read()).Posts.First(one => one.Id == post).ToEntry(entry.Page);
        index = changed == entry ? index : index.Replace(changed);
        await Tell(kind, changed);
        return reply.Outcome;
    }

    /// <summary>A page that failed may have written all the same: then nothing that is remembered here can be trusted.</summary>
    private async Task<PageReply> InPage(int number, Func<IPostPageGrain, Task<PageReply>> act)
    {
        try
        {
            var reply = await act(GrainFactory.PostPage(Key, number));
            pages = pages.Heard(number, reply);
            return reply;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task Load()
    {
        summary = null;
        if (State is not { } thread)
        {
            return;
        }

        var read = await Task.WhenAll(Enumerable.Range(1, thread.Pages).Select(page => GrainFactory.PostPage(Key, page).Read()));
        pages = ThreadPages.Of(read);
        index = ThreadIndex.Of(read.SelectMany((page, place) => page.Posts.Select(post => post.ToEntry(place + 1))));
    }

    /// <summary>Tells the list of the week and everyone who looks. A post that waits for a look is nobody's news yet, and private threads are nobody else's.</summary>
    private async Task Tell(string kind, PostEntry? entry)
    {
        summary = null;
        if (State is not { } thread)
        {
            return;
        }

        await GrainFactory.DiscussionOf(Cohort, (Audience)thread.Audience, thread.Week).Changed(Summarise(thread));
        await Publish(kind, entry);
    }

    private Task Publish(string kind, PostEntry? entry) => State?.Audience == Domain.Discussion.Audience.Instructors || (kind == EventKinds.PostAdded && entry is { IsShown: false })
        ? Task.CompletedTask
        : GrainFactory.Feed(Cohort).Publish(new(kind, entry is null
            ? $$"""{"thread":"{{Id}}"}"""
            : string.Create(CultureInfo.InvariantCulture, $$"""{"thread":"{{Id}}","post":"{{entry.Id}}","number":{{entry.Number}}}""")));

    private static PostReply Refused(Rejection rejection) => new(rejection.ToOutcome(), 0);
}
