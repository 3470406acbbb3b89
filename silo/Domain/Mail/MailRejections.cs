namespace CohortCourses.Domain.Mail;

public static class MailRejections
{
    public static readonly Rejection Unknown = Rejection.Of("mail.unknown");

    public static readonly Rejection Full = Rejection.Of("mail.full");
}
