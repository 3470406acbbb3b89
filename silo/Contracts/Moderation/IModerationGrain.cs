namespace CohortCourses.Contracts.Moderation;

/// <summary>
/// The moderation of a cohort, keyed by its slug; <see cref="Site"/> keeps the reports of people who are not signed in. Whoever is the subject
/// of a case neither sees nor handles it: for them it does not exist.
/// </summary>
[Alias("moderation")]
public interface IModerationGrain : IGrainWithStringKey
{
    /// <summary>The key for reports from outside of any cohort. They go to the organiser.</summary>
    const string Site = "-";

    /// <summary>Takes a report. The same id twice is one; reports on one subject gather in one case while it is open.</summary>
    [Alias("report")]
    Task<Outcome> Report(NewReport report);

    /// <summary>What somebody reported, the newest first, with what became of it.</summary>
    [ReadOnly, Alias("reports-of")]
    Task<ImmutableArray<FollowedReport>> ReportsOf(string learner);

    /// <summary>The report that was made under an id by who was not signed in, or null.</summary>
    [ReadOnly, Alias("follow")]
    Task<FollowedReport?> Follow(string report);

    /// <summary>The cases that wait and that this moderator may handle, the most urgent first.</summary>
    [ReadOnly, Alias("waiting")]
    Task<ImmutableArray<CaseView>> Waiting(ModeratorView reader);

    /// <summary>
    /// Asks a mentor by name for each question that waited for two days and has none, once, and says who is asked for what. Whoever was asked stays
    /// asked until somebody answers.
    /// </summary>
    [Alias("ask-mentors")]
    Task<ImmutableArray<AskedMentorView>> AskMentors();

    /// <summary>Whom somebody wrote to within the last week because they had gone quiet, and when.</summary>
    [ReadOnly, Alias("written-to")]
    Task<ImmutableArray<WrittenToView>> WrittenTo();

    /// <summary>What needs this moderator now. Asks mentors as <see cref="AskMentors"/> does.</summary>
    [Alias("look")]
    Task<DeskView> Look(ModeratorView reader);

    /// <summary>Participants who have not been seen for a week while the course runs, in no order; as of at most ten minutes ago.</summary>
    [ReadOnly, Alias("quiet")]
    Task<ImmutableArray<string>> Quiet();

    /// <summary>All cases that this moderator may handle, the newest first; of those that were decided the last 300.</summary>
    [ReadOnly, Alias("cases")]
    Task<ImmutableArray<CaseView>> Cases(ModeratorView reader);

    /// <summary>A case, or null if there is none that this moderator may handle.</summary>
    [ReadOnly, Alias("case")]
    Task<CaseView?> Case(string id, ModeratorView reader);

    /// <summary>
    /// Does something: decides, keeps it, carries it out, writes it into the log. Refused as <c>case.changed-meanwhile</c> if another moderator
    /// was faster, as <c>act.not-yours</c> or <c>act.about-yourself</c> if this one may not.
    /// </summary>
    [Alias("act")]
    Task<Outcome> Act(NewAct act, ModeratorView by);

    /// <summary>Takes an act back. The same id twice is once.</summary>
    /// <param name="id">A GUID made by who asks.</param>
    [Alias("undo")]
    Task<Outcome> Undo(string id, string act, string words, ModeratorView by);

    /// <summary>The posts of somebody that were hidden, and their appeals; the newest first.</summary>
    [ReadOnly, Alias("hidden-posts")]
    Task<ImmutableArray<HiddenPost>> HiddenPosts(string author);

    /// <summary>Asks for another look at a hidden post, once. The same words twice are one appeal.</summary>
    [Alias("appeal")]
    Task<Outcome> Appeal(string id, string author, string words);

    /// <summary>The log, the newest first. What the reader may not see is there without its content.</summary>
    /// <param name="before">Entries with a smaller number only; null for the newest.</param>
    [ReadOnly, Alias("log")]
    Task<LogSlice> Log(ModeratorView reader, int? before);

    /// <summary>Computes every hash of the log anew.</summary>
    [ReadOnly, Alias("check-log")]
    Task<LogCheck> CheckLog();

    [ReadOnly, Alias("settings")]
    Task<ModerationSettings> Settings();

    /// <summary>Names the safety contact; null leaves it to the organiser. Refused as <c>safety.contact-not-here</c> for who is not in the cohort.</summary>
    [Alias("name-contact")]
    Task<Outcome> NameContact(string id, string? learner, ModeratorView by);

    /// <summary>Whether first posts wait for somebody's look.</summary>
    [Alias("ask-first-look")]
    Task<Outcome> AskFirstLook(string id, bool wanted, ModeratorView by);

    [ReadOnly, Alias("replies")]
    Task<ImmutableArray<SavedReplyView>> Replies();

    /// <summary>Keeps a reply, or changes the one with that id. At most 30, then <c>reply.too-many</c>.</summary>
    [Alias("keep-reply")]
    Task<Outcome> KeepReply(SavedReplyView reply);

    [Alias("drop-reply")]
    Task<Outcome> DropReply(string id);

    /// <summary>Forgets a person: in reports, cases and the log, whose chain still verifies. May be repeated.</summary>
    [Alias("erase")]
    Task Erase(string learner);
}
