using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Moderation;

public enum CaseState
{
    Open,
    Decided,
    Appealed,
}

/// <summary>What was done in a case, and whether it still stands.</summary>
public sealed record CaseAct(Act Act, bool Stands = true);

/// <summary>The reports on one subject, what was done about them, and an appeal against that.</summary>
/// <param name="Version">Grows with everything that moderators should see before they act.</param>
public sealed record Case(
    string Id,
    CaseSubject Subject,
    ReportChannel Channel,
    ImmutableList<Report> Reports,
    ImmutableList<CaseAct> Acts,
    Appeal? Appeal,
    int Version)
{
    /// <summary>More reports on the same subject open a further case.</summary>
    public const int MostReports = 25;

    public const int MostActs = 60;

    /// <summary>The act that answered it last, and stands.</summary>
    public Act? Answer => Acts.LastOrDefault(done => done.Stands && done.Act.Kind.Decides)?.Act;

    public CaseState State => Appeal is { Waits: true } ? CaseState.Appealed : Answer is null && Appeal is null ? CaseState.Open : CaseState.Decided;

    /// <summary>The act that hides the post from others now.</summary>
    public Act? Hidden => Acts.LastOrDefault(done => done.Stands && done.Act.Kind.CanBeAppealed)?.Act;

    public bool TakesReports => State == CaseState.Open && Reports.Count < MostReports;

    /// <summary>The most urgent reason that was given.</summary>
    public ReportReason Reason => Reports.Count > 0 ? Reports.Min(report => report.Reason) : Acts.FirstOrDefault()?.Act.Reason ?? ReportReason.Other;

    public Instant Since => Appeal is { Waits: true } waiting ? waiting.At : Reports.FirstOrDefault()?.At ?? Acts[0].Act.At;

    public static Decision<Case> Begin(string id, CaseSubject subject, ReportChannel channel, Report report) =>
        report.Check() is { } refused ? refused
        : report.By is { } by && by == subject.Learner ? ModerationRejections.ReportAboutYourself
        : subject.Described is { Length: > CaseSubject.LongestDescription } ? ModerationRejections.ReportTooLong
        : new Case(id, subject, channel, [report], [], null, Version: 1);

    /// <summary>A case that begins with what a moderator did without being asked, so that it can be appealed against.</summary>
    public static Case Of(Act act) => new(act.Id, new(act.Thread, act.Post, act.About, null), act.Channel, [], [new(act)], null, Version: 1);

    public Decision<Case> Add(Report report) => this switch
    {
        _ when Reports.Any(known => known.Id == report.Id) => Decision.Unchanged(this),
        _ when report.Check() is { } refused => refused,
        _ when report.By is { } by && by == Subject.Learner => ModerationRejections.ReportAboutYourself,
        _ when !TakesReports => ModerationRejections.CaseFull,
        _ => this with { Reports = Reports.Add(report), Version = Version + 1 },
    };

    /// <summary>Decides whether an act fits, before anything is done. Of two moderators who saw the same version one wins.</summary>
    /// <param name="seen">The version that the moderator saw; null takes the case as it is.</param>
    /// <param name="othersCanDecide">Whether somebody else could decide on the appeal.</param>
    public Decision<Case> Do(Act act, int? seen, bool othersCanDecide) => this switch
    {
        _ when Acts.Any(done => done.Act.Id == act.Id) => Decision.Unchanged(this),
        _ when seen is { } version && version != Version => ModerationRejections.ChangedMeanwhile,
        _ when act.By == Subject.Learner => ModerationRejections.AboutYourself,
        _ when !Fits(act) => ModerationRejections.NotForCase,
        _ when Acts.Count >= MostActs => ModerationRejections.CaseFull,
        _ when act.Undoes is not null => TakeBack(act),
        _ when act.Kind.IsOnAppeal => Settle(act, othersCanDecide),
        _ => this with { Acts = Acts.Add(new(act)), Version = Version + 1 },
    };

    /// <summary>The author asks for another look at what was hidden.</summary>
    public Decision<Case> AppealBy(string author, string words, Instant now) => this switch
    {
        _ when author != Subject.Learner => ModerationRejections.NothingToAppeal,
        { Appeal: { } made } => made.Words == words ? Decision.Unchanged(this) : ModerationRejections.AppealedOnce,
        _ when Hidden is null => ModerationRejections.NothingToAppeal,
        _ when words.Length == 0 => ModerationRejections.AppealEmpty,
        _ when words.Length > Appeal.LongestWords => ModerationRejections.AppealTooLong,
        _ => this with { Appeal = new(Hidden.Id, words, now), Version = Version + 1 },
    };

    /// <summary>Takes somebody out: a reporter's id goes and their words stay, for they speak of somebody else; of a subject nothing stays.</summary>
    public Decision<Case> Forget(string learner)
    {
        if (Subject.Learner == learner)
        {
            return this with
            {
                Subject = Subject with { Learner = null },
                Reports = [.. Reports.Select(report => report with { By = report.By == learner ? null : report.By, Words = "" })],
                Acts = [.. Acts.Select(done => done with { Act = done.Act with { About = null, Words = "", By = Unless(done.Act.By, learner) } })],
                Appeal = Appeal is null ? null : Appeal with { Words = "", DecidedBy = Appeal.DecidedBy ?? "" },
                Version = Version + 1,
            };
        }

        var forgotten = this with
        {
            Reports = [.. Reports.Select(report => report.By == learner ? report with { By = null } : report)],
            Acts = [.. Acts.Select(done => done.Act.By == learner ? done with { Act = done.Act with { By = "" } } : done)],
        };
        return forgotten.Reports.SequenceEqual(Reports) && forgotten.Acts.SequenceEqual(Acts) ? Decision.Unchanged(this) : forgotten;
    }

    private bool Fits(Act act) => act.Kind switch
    {
        _ when act.Kind.IsOnPost => act.Thread == Subject.Thread && act.Post == Subject.Post && Subject.Post is not null,
        _ when act.Kind.IsOnPerson => act.About == Subject.Learner,
        _ => !act.Kind.IsOnThread && !act.Kind.IsSetting,
    };

    private Decision<Case> TakeBack(Act act) => Acts.FindIndex(done => done.Act.Id == act.Undoes && done.Stands) is var at and >= 0
        ? this with
        {
            Acts = Acts.SetItem(at, Acts[at] with { Stands = false }).Add(new(act)),
            Appeal = Appeal switch
            {
                null => null,
                _ when Acts[at].Act.Kind.IsOnAppeal => Appeal with { DecidedBy = null, Upheld = false, Against = act.Kind.CanBeAppealed ? act.Id : Appeal.Against },
                _ when Appeal.Waits && Appeal.Against == act.Undoes => Appeal with { DecidedBy = act.Id },
                _ => Appeal,
            },
            Version = Version + 1,
        }
        : ModerationRejections.CannotUndo;

    private Decision<Case> Settle(Act act, bool othersCanDecide) => Appeal switch
    {
        not { Waits: true } => ModerationRejections.NoAppeal,
        _ when othersCanDecide && Acts.Any(done => done.Act.Id == Appeal.Against && done.Act.By == act.By) => ModerationRejections.AnotherDecides,
        _ => this with
        {
            Acts = [.. Acts.Select(done => act.Kind == ActKind.Reverse && done.Act.Id == Appeal.Against ? done with { Stands = false } : done), new(act)],
            Appeal = Appeal with { DecidedBy = act.Id, Upheld = act.Kind == ActKind.Uphold },
            Version = Version + 1,
        },
    };

    private static string Unless(string by, string learner) => by == learner ? "" : by;
}
