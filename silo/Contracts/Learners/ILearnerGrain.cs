using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Mail;

namespace CohortCourses.Contracts.Learners;

/// <summary>A person as the courses know them, keyed by a random id that says nothing about who they are.</summary>
[Alias("learner")]
public interface ILearnerGrain : IGrainWithStringKey
{
    /// <summary>Makes the record. Twice is once.</summary>
    [Alias("register")]
    Task<Outcome> Register(PreferencesView preferences);

    /// <summary>The learner, or null if there is none or they were erased.</summary>
    [ReadOnly, Alias("get")]
    Task<LearnerView?> Get();

    [Alias("prefer")]
    Task<Outcome> Prefer(PreferencesView preferences);

    /// <summary>
    /// Takes a place in a cohort under a handle. Twice is once. Whoever was taken out comes back to the work that they left, under the handle that
    /// they choose now.
    /// </summary>
    [Alias("join")]
    Task<Outcome> Join(JoinCohort join);

    /// <summary>
    /// What the cohort would say to <see cref="Join"/>, without joining. It may be asked for a learner who is not registered yet, so that
    /// a name which is taken is told before anything is made.
    /// </summary>
    [ReadOnly, Alias("may-join")]
    Task<Outcome> MayJoin(JoinCohort join);

    /// <summary>Goes by another handle in a cohort.</summary>
    [Alias("rename")]
    Task<Outcome> Rename(string cohort, string handle);

    /// <summary>The name that the learner goes by in a cohort, or null. Cheap: for lists of people.</summary>
    [ReadOnly, Alias("handle-in")]
    Task<string?> HandleIn(string cohort);

    /// <summary>The learner's place in a cohort, or null.</summary>
    [ReadOnly, Alias("enrolment")]
    Task<EnrolmentView?> Enrolment(string cohort);

    /// <summary>When the learner last joined, read, completed or came back in a cohort; null if they are not in it, or paused. Cheap: for many.</summary>
    [ReadOnly, Alias("last-seen")]
    Task<DateTimeOffset?> LastSeen(string cohort);

    /// <summary>What the learner did in a cohort, week by week; null if they are not in it. Cheap: for many.</summary>
    [ReadOnly, Alias("progress")]
    Task<ProgressView?> Progress(string cohort);

    /// <summary>Marks an open week complete. Twice is once; a week that is not open is refused as <c>week.not-open</c>.</summary>
    [Alias("complete")]
    Task<Outcome> Complete(string cohort, int week);

    /// <summary>Takes the mark back.</summary>
    [Alias("reopen")]
    Task<Outcome> Reopen(string cohort, int week);

    /// <summary>Notes that the page of an open week was read, and the change note that was on it.</summary>
    [Alias("read")]
    Task<Outcome> Read(string cohort, int week, string? changeNote);

    /// <summary>Notes that the schedule's news were seen up to this number.</summary>
    [Alias("see-news")]
    Task<Outcome> SeeNews(string cohort, int number);

    /// <summary>Mail stops, dates freeze, work is kept.</summary>
    [Alias("pause")]
    Task<Outcome> Pause(string cohort);

    [Alias("resume")]
    Task<Outcome> Resume(string cohort);

    /// <summary>Sets the days that this learner has on top for a week, 0 to 60. Whoever calls has checked that an instructor asks.</summary>
    [Alias("extend")]
    Task<Outcome> Extend(string cohort, int week, int days);

    /// <summary>Agrees that answers and progress in a cohort may leave the server for research, under a random key; or takes that back.</summary>
    [Alias("agree-to-research")]
    Task<Outcome> AgreeToResearch(string cohort, bool agrees);

    /// <summary>Leaves a cohort; the work in it goes.</summary>
    [Alias("leave")]
    Task<Outcome> Leave(string cohort);

    /// <summary>Leaves everything and forgets everything. May be repeated until it returns.</summary>
    [Alias("erase")]
    Task Erase();
}

/// <summary>How to take a place in a cohort.</summary>
/// <param name="Handle">The name to go by there, 1 to 40 characters.</param>
/// <param name="ContinueFrom">An earlier cohort of the same course whose work comes along, or null.</param>
/// <param name="Research">Whether they agree to research in this cohort; what they said in an earlier one does not come along.</param>
[GenerateSerializer, Immutable, Alias("learner.join")]
public sealed record JoinCohort(string Cohort, string Handle, CohortRole Role, string? Track, string? ContinueFrom = null, bool Research = false);

/// <summary>What a learner prefers.</summary>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Zone">An IANA zone.</param>
/// <param name="Mail">Whether mail is wanted at all.</param>
/// <param name="Mentions">Whether mail is wanted as soon as somebody names them.</param>
[GenerateSerializer, Immutable, Alias("learner.preferences")]
public sealed record PreferencesView(string Language, string Zone, bool Mail = true, DigestRhythm Digest = DigestRhythm.Weekly, bool Mentions = true);

/// <summary>A learner.</summary>
/// <param name="Cohorts">The cohorts they are in, by slug.</param>
[GenerateSerializer, Immutable, Alias("learner.view")]
public sealed record LearnerView(string Learner, DateTimeOffset Since, PreferencesView Preferences, ImmutableArray<string> Cohorts);

/// <summary>A learner's place in a cohort.</summary>
/// <param name="Weeks">One entry for each week of the cohort, in order.</param>
/// <param name="Done">How many weeks are complete.</param>
/// <param name="Needed">How many it takes.</param>
/// <param name="SeenNews">The number of the last schedule change they saw.</param>
/// <param name="Research">Whether answers and progress may leave the server for research, under a random key. Without it they count in totals only.</param>
/// <param name="FormsMissing">Ids of the forms that are still to be answered.</param>
[GenerateSerializer, Immutable, Alias("learner.enrolment")]
public sealed record EnrolmentView(
    string Cohort,
    string Handle,
    CohortRole Role,
    string? Track,
    DateTimeOffset JoinedAt,
    bool Paused,
    ImmutableArray<WeekWorkView> Weeks,
    int Done,
    int Needed,
    bool Complete,
    int SeenNews,
    string? CarriedFrom,
    string? ContinuedIn,
    bool Research,
    ImmutableArray<string> FormsMissing = default)
{
    /// <summary>Empty where it was left out, also by a caller that does not know it yet.</summary>
    public ImmutableArray<string> FormsMissing { get => field.IsDefault ? [] : field; init; } = FormsMissing;
}

/// <summary>What a learner did with one week.</summary>
/// <param name="DueAt">The learner's own date: the cohort's, an extension and pauses added.</param>
/// <param name="SeenChange">The change note that was shown last.</param>
[GenerateSerializer, Immutable, Alias("learner.week")]
public sealed record WeekWorkView(int Number, DateTimeOffset? ReadAt, DateTimeOffset? CompletedAt, DateTimeOffset DueAt, int ExtensionDays, string? SeenChange);

/// <summary>What a learner did in a cohort, without their name.</summary>
/// <param name="LastSeen">When they last joined, read, completed or came back.</param>
/// <param name="PausedSince">Null unless they are paused.</param>
/// <param name="Research">Whether answers and progress may leave the server for research.</param>
/// <param name="Weeks">The weeks that they read, in order.</param>
[GenerateSerializer, Immutable, Alias("learner.progress")]
public sealed record ProgressView(
    string Language, string Zone, DateTimeOffset JoinedAt, DateTimeOffset LastSeen, DateTimeOffset? PausedSince, bool Research, ImmutableArray<WeekProgressView> Weeks);

/// <summary>When a week was first read and when it was completed.</summary>
[GenerateSerializer, Immutable, Alias("learner.week-progress")]
public sealed record WeekProgressView(int Number, DateTimeOffset? ReadAt, DateTimeOffset? CompletedAt);
