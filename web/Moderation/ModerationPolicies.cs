using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Moderation;

internal static class ModerationPolicies
{
    private const Who Team = Who.Mentor | Who.Staff;

    /// <summary>
    /// Mentors see what needs a hand, pin, let first posts through, and write to who has gone quiet; reports and everything that takes something away are for who runs the
    /// cohort. A case is open to whoever the report went to, such as a safety contact who takes part: for everybody else it does not exist.
    /// </summary>
    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/report", Who.Anyone),
        new("POST", "/report", Who.Anyone),
        new("GET", "/report/{code}", Who.Anyone),
        new("GET", "/c/{cohort}/report", Who.Members),
        new("POST", "/c/{cohort}/report", Who.Members),
        new("GET", "/c/{cohort}/reports", Who.Members),
        new("GET", "/c/{cohort}/appeals", Who.Members),
        new("POST", "/c/{cohort}/appeals", Who.Members),
        new("GET", "/c/{cohort}/moderate", Team),
        new("POST", "/c/{cohort}/moderate", Team, "help"),
        new("POST", "/c/{cohort}/moderate", Team, "write"),
        new("POST", "/c/{cohort}/moderate", Who.Staff, "act"),
        new("POST", "/c/{cohort}/moderate", Team, "undo"),
        new("GET", "/c/{cohort}/moderate/threads/{thread}", Team),
        new("GET", CasePage, Who.Members),
        new("POST", CasePage, Who.Members, "act"),
        new("POST", CasePage, Who.Members, "undo"),
        new("GET", "/c/{cohort}/moderate/log", Who.Staff),
        new("GET", LogExport.Route, Who.Organiser),
        new("GET", "/c/{cohort}/moderate/replies", Team),
        new("POST", "/c/{cohort}/moderate/replies", Team, "keep"),
        new("POST", "/c/{cohort}/moderate/replies", Team, "drop"),
        new("GET", "/c/{cohort}/manage/safety", Who.Staff),
        new("POST", "/c/{cohort}/manage/safety", Who.Organiser, "contact"),
        new("POST", "/c/{cohort}/manage/safety", Who.Staff, "look"),
        new("GET", "/organise/reports", Who.Organiser),
        new("POST", "/organise/reports", Who.Organiser, "act"),
    ];

    public const string CasePage = "/c/{cohort}/moderate/cases/{case}";
}
