namespace CohortCourses.Domain.Moderation;

/// <summary>Why a report, an act or an appeal is refused.</summary>
public static class ModerationRejections
{
    public static readonly Rejection ReportEmpty = Rejection.Of("report.empty");
    public static readonly Rejection ReportTooLong = Rejection.Of("report.too-long", ("most", "1000"));
    public static readonly Rejection ReportAboutYourself = Rejection.Of("report.about-yourself");
    public static readonly Rejection ReportNowhere = Rejection.Of("report.unknown-subject");
    public static readonly Rejection DeskFull = Rejection.Of("report.desk-full");
    public static readonly Rejection UnknownCase = Rejection.Of("case.unknown");
    public static readonly Rejection ChangedMeanwhile = Rejection.Of("case.changed-meanwhile");
    public static readonly Rejection CaseFull = Rejection.Of("case.full");
    public static readonly Rejection NotForCase = Rejection.Of("case.other-act");
    public static readonly Rejection NotYours = Rejection.Of("act.not-yours");
    public static readonly Rejection AboutYourself = Rejection.Of("act.about-yourself");
    public static readonly Rejection Incomplete = Rejection.Of("act.incomplete");
    public static readonly Rejection WordsTooLong = Rejection.Of("act.too-long", ("most", "500"));
    public static readonly Rejection ReasonMissing = Rejection.Of("act.reason-missing");
    public static readonly Rejection Minutes = Rejection.Of("act.minutes", ("most", "1440"));
    public static readonly Rejection Until = Rejection.Of("act.until", ("most", "60"));
    public static readonly Rejection WrittenAlready = Rejection.Of("act.written-already");
    public static readonly Rejection UnknownAct = Rejection.Of("act.unknown");
    public static readonly Rejection CannotUndo = Rejection.Of("act.cannot-undo");
    public static readonly Rejection NothingToAppeal = Rejection.Of("appeal.nothing");
    public static readonly Rejection AppealedOnce = Rejection.Of("appeal.once");
    public static readonly Rejection AppealEmpty = Rejection.Of("appeal.empty");
    public static readonly Rejection AppealTooLong = Rejection.Of("appeal.too-long", ("most", "2000"));
    public static readonly Rejection AnotherDecides = Rejection.Of("appeal.another");
    public static readonly Rejection NoAppeal = Rejection.Of("appeal.none");
    public static readonly Rejection ContactNotHere = Rejection.Of("safety.contact-not-here");
    public static readonly Rejection ReplyEmpty = Rejection.Of("reply.empty");
    public static readonly Rejection ReplyTooLong = Rejection.Of("reply.too-long", ("most", "1000"));
    public static readonly Rejection TooManyReplies = Rejection.Of("reply.too-many", ("most", "30"));
}
