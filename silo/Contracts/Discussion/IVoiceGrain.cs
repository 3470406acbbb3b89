namespace CohortCourses.Contracts.Discussion;

/// <summary>
/// One person's part in the discussion of a cohort, keyed <c>cohort/learner</c>: all that they write goes through it. It refuses who is
/// not on the roster (<c>voice.not-on-roster</c>), is paused (<c>voice.paused</c>) or muted (<c>voice.muted</c>, with the hours left as <c>n</c>), and who is
/// too fast (<c>voice.too-fast</c>, with the seconds to wait as <c>n</c>).
/// </summary>
[Alias("voice")]
public interface IVoiceGrain : IGrainWithStringKey
{
    [Alias("start")]
    Task<Outcome> Start(NewThread thread);

    [Alias("post")]
    Task<PostReply> Post(string thread, NewPost post);

    [Alias("edit")]
    Task<Outcome> Edit(string thread, string post, string text);

    [Alias("withdraw")]
    Task<Outcome> Withdraw(string thread, string post);

    [Alias("react")]
    Task<Outcome> React(string thread, string post, ReactionKind kind, bool on);

    [Alias("mark-answer")]
    Task<Outcome> MarkAnswer(string thread, string? post);

    [Alias("allow-publishing")]
    Task<Outcome> AllowPublishing(string thread, bool agreed);

    /// <summary>Remembers how far they read. It never goes back.</summary>
    [Alias("mark-read")]
    Task<Outcome> MarkRead(string thread, int number);

    /// <summary>Whether others see that they are here and writing.</summary>
    [Alias("show-presence")]
    Task<Outcome> ShowPresence(bool show);

    /// <summary>Lets them read but not write until then; null lets them write again. Called by moderation.</summary>
    [Alias("mute")]
    Task<Outcome> Mute(DateTimeOffset? until);

    /// <summary>Notes that a first post of theirs was let through: the next ones need nobody's look. Called by moderation.</summary>
    [Alias("welcome")]
    Task<Outcome> Welcome();

    [ReadOnly, Alias("get")]
    Task<VoiceView> Get();

    /// <summary>Forgets all that they wrote in this cohort and all marks.</summary>
    [Alias("erase")]
    Task Erase();
}
