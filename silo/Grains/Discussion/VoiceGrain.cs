using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Domain;
using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using NodaTime;
using ReactionKind = CohortCourses.Contracts.Discussion.ReactionKind;
using Writer = CohortCourses.Contracts.Discussion.Writer;

namespace CohortCourses.Grains.Discussion;

[GrainType("voice")]
internal sealed class VoiceGrain(
    [PersistentState("voice")] IPersistentState<VoiceDocument> document,
    TimeProvider clock) : DocumentGrain<Voice, VoiceDocument>(document), IVoiceGrain
{
    private readonly Dictionary<VoiceAct, ImmutableQueue<Instant>> paces = [];
    private (Voice Of, VoiceView View)? view;

    private string Cohort => Parts[0];

    private string Learner => Parts[1];

    private string[] Parts => this.GetPrimaryKeyString().Split('/');

    private Voice Voice => State ?? Voice.New;

    private Instant Now => clock.GetCurrentInstant();

    /// <remarks>The thread comes first and the list second: sent again, whatever is missing is made.</remarks>
    public async Task<Outcome> Start(NewThread thread)
    {
        var (writer, refused) = await MayWrite(VoiceAct.Start, thread.Id, thread.Post.Id);
        if (writer is null)
        {
            return refused;
        }

        var post = await Noted(thread.Id, thread.Post, writer);
        var started = await GrainFactory.Thread(Cohort, thread.Id).Start(thread with { Post = post }, writer);
        return started.Accepted ? await GrainFactory.DiscussionOf(Cohort, thread.Audience, thread.Week).Add(thread.Id) : started;
    }

    public async Task<PostReply> Post(string thread, NewPost post)
    {
        var (writer, refused) = await MayWrite(VoiceAct.Post, thread, post.Id);
        return writer is null ? new(refused, 0) : await GrainFactory.Thread(Cohort, thread).Post(await Noted(thread, post, writer), writer);
    }

    public async Task<Outcome> Edit(string thread, string post, string text)
    {
        var (writer, refused) = await MayWrite(VoiceAct.Edit, thread, post);
        return writer is null ? refused : await GrainFactory.Thread(Cohort, thread).Edit(post, text, writer);
    }

    /// <summary>Even somebody who may not write any more may take back what they wrote.</summary>
    public async Task<Outcome> Withdraw(string thread, string post) =>
        PostIds.AreGood(thread, post) ? await GrainFactory.Thread(Cohort, thread).Withdraw(post, await Self()) : PostRejections.Unknown.ToOutcome();

    public async Task<Outcome> React(string thread, string post, ReactionKind kind, bool on)
    {
        var (writer, refused) = await MayWrite(VoiceAct.React, thread, post);
        if (writer is null)
        {
            return refused;
        }

        await Note(voice => voice.WriteIn(thread));
        return await GrainFactory.Thread(Cohort, thread).React(post, kind, on, Learner);
    }

    public async Task<Outcome> MarkAnswer(string thread, string? post)
    {
        var (writer, refused) = await MayWrite(VoiceAct.Edit, thread, post ?? thread);
        return writer is null ? refused : await GrainFactory.Thread(Cohort, thread).MarkAnswer(post, writer);
    }

    public async Task<Outcome> AllowPublishing(string thread, bool agreed) =>
        PostIds.AreGood(thread) ? await GrainFactory.Thread(Cohort, thread).AllowPublishing(agreed, await Self()) : ThreadRejections.Unknown.ToOutcome();

    public Task<Outcome> MarkRead(string thread, int number) => PostIds.AreGood(thread)
        ? Note(voice => voice.MarkRead(thread, number, Now))
        : Task.FromResult(ThreadRejections.Unknown.ToOutcome());

    public Task<Outcome> ShowPresence(bool show) => Note(voice => voice.Show(show));

    public Task<Outcome> Mute(DateTimeOffset? until) => Note(voice => voice.Mute(until.ToInstant()));

    public Task<Outcome> Welcome() => Note(voice => voice.Welcome());

    public Task<VoiceView> Get()
    {
        if (view is not { } known || !ReferenceEquals(known.Of, Voice))
        {
            view = known = (Voice, ToView(Voice));
        }

        return Task.FromResult(known.View);
    }

    public async Task Erase()
    {
        foreach (var thread in Voice.Wrote)
        {
            await GrainFactory.Thread(Cohort, thread).Erase(Learner);
        }

        await Forget();
    }

    private Task<Outcome> Note(Func<Voice, Decision<Voice>> rule) => DecideFromNothing(voice => rule(voice ?? Voice.New));

    /// <summary>Notes where they write before they do, so that whatever is theirs can be found; and whether it waits for a look.</summary>
    private async Task<NewPost> Noted(string thread, NewPost post, Writer writer)
    {
        var awaits = post.Awaits && !writer.IsTeam && !Voice.Welcomed;
        await Note(voice => voice.WriteIn(thread, welcome: !awaits));
        return post with { Awaits = awaits };
    }

    private async Task<(Writer? Writer, Outcome Refused)> MayWrite(VoiceAct act, string thread, string post)
    {
        if (!PostIds.AreGood(thread, post))
        {
            return (null, PostRejections.IdUnfit.ToOutcome());
        }

        if (await GrainFactory.Learner(Learner).Enrolment(Cohort) is not { } place)
        {
            return (null, VoiceRejections.NotOnRoster.ToOutcome());
        }

        if (Voice.MayWrite(place.Paused, Now) is { } refused)
        {
            return (null, refused.ToOutcome());
        }

        var (done, tooFast) = Pace.Of(act).Take(paces.GetValueOrDefault(act, []), Now);
        paces[act] = done;
        return tooFast is null ? (Speaker(place.Role), Outcome.Ok) : (null, tooFast.ToOutcome());
    }

    private async Task<Writer> Self() => await GrainFactory.Learner(Learner).Enrolment(Cohort) is { } place ? Speaker(place.Role) : new(Learner, IsTeam: false, IsStaff: false);

    private Writer Speaker(CohortRole role) => new(Learner, role is CohortRole.Mentor or CohortRole.Instructor, role is CohortRole.Instructor);

    private static VoiceView ToView(Voice voice) => new(
        voice.Read.ToImmutableSortedDictionary(mark => mark.Key, mark => mark.Value.Number, StringComparer.Ordinal),
        voice.MutedUntil.ToOffset(),
        voice.ShowPresence,
        voice.Welcomed,
        [.. voice.Wrote],
        voice.Read.IsEmpty ? null : voice.Read.Values.Max(mark => mark.At).ToOffset());
}
