using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Moderation;

/// <summary>A reply that moderators of a cohort keep to use again.</summary>
public sealed record SavedReply(string Id, string Title, string Text, string Language)
{
    public const int LongestTitle = 60;

    public const int LongestText = 1_000;
}

/// <summary>A question that waited so long that a mentor was asked by name.</summary>
/// <param name="At">When they were asked; the beginning of time for whoever was asked before that was kept.</param>
public sealed record AskedMentor(string Thread, string Mentor, Instant At = default);

/// <summary>
/// What a cohort's moderation remembers in one place: who is the safety contact, which cases there are, where the log ends, what was decided and
/// not yet carried out.
/// </summary>
/// <param name="Pending">An act that was decided; it is carried out again until it is in the log.</param>
/// <param name="LogCount">How many entries the log has.</param>
/// <param name="LogEnd">The hash of the last of them.</param>
/// <param name="Recent">The ids of the last acts, so that one that is sent twice is done once.</param>
public sealed record ModerationBook(
    string? Contact,
    bool FirstLook,
    ImmutableList<string> Open,
    ImmutableList<string> Closed,
    Act? Pending,
    int LogCount,
    string LogEnd,
    ImmutableList<string> Recent,
    ImmutableList<SavedReply> Replies,
    ImmutableList<AskedMentor> Asked)
{
    public const int MostOpen = 500;

    public const int MostClosed = 300;

    public const int MostRecent = 200;

    public const int MostReplies = 30;

    public const int MostAsked = 500;

    public static readonly ModerationBook Empty = new(null, FirstLook: false, [], [], null, 0, LogEntry.Beginning, [], [], []);

    public bool Knows(string act) => Pending?.Id == act || Recent.Contains(act);

    /// <summary>Where the next entry of the log goes, from 0.</summary>
    public int LogPage => LogCount / Moderation.LogPage.MostEntries;

    /// <summary>A case was decided, or waits again.</summary>
    public ModerationBook File(string id, bool waits) => waits
        ? this with { Open = Open.Contains(id) ? Open : Open.Add(id), Closed = Closed.Remove(id) }
        : this with { Open = Open.Remove(id), Closed = Trim(Closed.Remove(id).Add(id), MostClosed) };

    public ModerationBook Begin(Act act) => this with { Pending = act };

    public ModerationBook Drop() => this with { Pending = null };

    /// <summary>The pending act is done and stands in the log.</summary>
    public ModerationBook Done(string logEnd, int logCount) => Pending is not { } act ? this : this with
    {
        Pending = null,
        LogCount = logCount,
        LogEnd = logEnd,
        Recent = Trim(Recent.Add(act.Id), MostRecent),
        Contact = act.Kind == ActKind.NameContact ? act.About : Contact,
        FirstLook = act.Kind == ActKind.AskFirstLook ? act.Value == "1" : FirstLook,
    };

    public Decision<ModerationBook> Keep(SavedReply reply) => reply switch
    {
        _ when Replies.Contains(reply) => Decision.Unchanged(this),
        { Title.Length: 0 } or { Text.Length: 0 } => ModerationRejections.ReplyEmpty,
        { Title.Length: > SavedReply.LongestTitle } or { Text.Length: > SavedReply.LongestText } => ModerationRejections.ReplyTooLong,
        _ when Replies.FindIndex(known => known.Id == reply.Id) is var at and >= 0 => this with { Replies = Replies.SetItem(at, reply) },
        _ when Replies.Count >= MostReplies => ModerationRejections.TooManyReplies,
        _ => this with { Replies = Replies.Add(reply) },
    };

    public Decision<ModerationBook> DropReply(string id) => Replies.Find(reply => reply.Id == id) is { } found
        ? this with { Replies = Replies.Remove(found) }
        : Decision.Unchanged(this);

    public Decision<ModerationBook> Forget(string learner) => this switch
    {
        _ when Contact != learner && Asked.All(asked => asked.Mentor != learner) => Decision.Unchanged(this),
        _ => this with { Contact = Contact == learner ? null : Contact, Asked = Asked.RemoveAll(asked => asked.Mentor == learner) },
    };

    private static ImmutableList<string> Trim(ImmutableList<string> ids, int most) => ids.RemoveRange(0, Math.Max(0, ids.Count - most));
}
