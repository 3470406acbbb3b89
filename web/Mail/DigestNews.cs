using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;

namespace CohortCourses.Web.Mail;

/// <summary>What a digest tells of, in the order in which it does.</summary>
internal enum NewsKind
{
    Mention,
    Reply,
    Announcement,
    Week,
    Schedule,
    Thread,
    Question,
}

/// <summary>Something new in a cohort.</summary>
internal sealed record NewsItem(NewsKind Kind, DateTimeOffset At, MailLine Line);

/// <summary>Where and for whom to look for news, and of which time.</summary>
/// <param name="Since">Exclusive.</param>
/// <param name="Until">Inclusive.</param>
internal sealed record NewsQuestion(Recipient To, CohortView Cohort, EnrolmentView Enrolment, DateTimeOffset Since, DateTimeOffset Until)
{
    public bool Covers(DateTimeOffset at) => at > Since && at <= Until;
}

/// <summary>A part of the house that has news for the digest.</summary>
internal interface INewsSource
{
    Task<IEnumerable<NewsItem>> FindAsync(NewsQuestion question);
}

internal static class NewsNotes
{
    /// <summary>By whom and when, in the recipient's zone.</summary>
    public static string By(this NewsQuestion question, string name, DateTimeOffset at) => question.To.Reader.Words.Get(
        "mail.by", ("name", PlainMail.Isolate(name)), ("moment", question.To.Reader.Dates.Moment(at)));
}
