using CohortCourses.Contracts.Mail;
using CohortCourses.Domain.Mail;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Mail;

internal static class OutboxMapping
{
    public static LetterView ToView(this Letter letter, string id) => new(
        id,
        letter.Learner,
        (Contracts.Mail.LetterKind)letter.Kind,
        letter.Cohort,
        letter.About,
        (Contracts.Mail.LetterStatus)letter.Status,
        letter.Tries,
        letter.At.ToOffset(),
        letter.NotBefore.ToOffset(),
        letter.Reason,
        letter.Since.ToOffset());
}
