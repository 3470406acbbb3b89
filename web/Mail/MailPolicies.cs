using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Mail;

internal static class MailPolicies
{
    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/mail/confirm/{token}", Who.Anyone),
        new("POST", "/mail/confirm/{token}", Who.Anyone),
        new("GET", "/mail/stop/{token}", Who.Anyone),
        new("POST", "/mail/stop/{token}", Who.Anyone),
        new("GET", "/organise/mail", Who.Organiser),
        new("POST", "/organise/mail", Who.Organiser, "again"),
        new("POST", "/organise/mail", Who.Organiser, "leave"),
    ];
}
