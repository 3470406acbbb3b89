using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>A mentor is asked by name to answer a question. Once somebody has, there is nothing to say.</summary>
public sealed class QuestionWriter(IGrainFactory grains, PostLines lines, MailLinks links) : ILetterWriter
{
    private const int LongestText = 1_000;

    public LetterKind Kind => LetterKind.Question;

    public async Task<MailText?> WriteAsync(LetterView letter, Recipient to)
    {
        if (letter is not { Cohort: { } cohort, About: { } thread }
            || await grains.Learner(to.Id).Enrolment(cohort) is not { Paused: false, Role: CohortRole.Mentor }
            || await grains.Thread(cohort, thread).Summary() is not { Audience: Audience.Cohort, IsUnanswered: true } question
            || await grains.Thread(cohort, thread).Read(1, 1, new Viewer(to.Id, IsStaff: false)) is not { Posts: [{ Text: not null } asked, ..] })
        {
            return null;
        }

        var words = to.Reader.Words;
        return new(
            words.Language,
            words.Get("mail.question.subject", ("title", question.Title)),
            [words["mail.question.lead"]],
            [new(question.Title, [new(PostLines.Excerpt(await lines.WordsOfAsync(cohort, asked, words), LongestText), to.Reader.Dates.Moment(asked.At), Link: null)])],
            new(words["mail.question.button"], lines.LinkTo(cohort, thread, asked.Number)),
            words["mail.question.why"],
            new(words["mail.mention.stop"], links.Stop(to.Id, Kind)));
    }
}
