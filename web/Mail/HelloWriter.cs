using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>Somebody who looks after a cohort asks how the recipient is, who has not been seen for a while. Whoever came back meanwhile or rests is left in peace.</summary>
public sealed class HelloWriter(IGrainFactory grains, PostLines lines, MailLinks links) : ILetterWriter
{
    public LetterKind Kind => LetterKind.Hello;

    /// <summary>The letter that an act of writing sends; About says who wrote.</summary>
    /// <param name="act">The id of the act, so that one act is one letter.</param>
    public static NewLetter Letter(string act, string cohort, LearnerView to, string by) =>
        new($"hello/{act}", to.Learner, LetterKind.Hello, to.Preferences.Zone, cohort, by);

    public async Task<MailText?> WriteAsync(LetterView letter, Recipient to)
    {
        if (letter is not { Cohort: { } cohort, About: { } by }
            || await grains.Cohort(cohort).Get() is not { } known
            || await grains.Learner(to.Id).Enrolment(cohort) is not { Paused: false }
            || !(await grains.Moderation(cohort).Quiet()).Contains(to.Id))
        {
            return null;
        }

        var words = to.Reader.Words;
        var name = await lines.NameAsync(cohort, by, words);
        return new(
            words.Language,
            words.Get("mail.hello.subject", ("cohort", known.Name)),
            [words.Get("mail.hello.lead", ("name", PlainMail.Isolate(name))), words["mail.hello.rest"]],
            [new(words["mail.hello.ways"], [
                new(words["mail.hello.ask"], Note: null, links.To($"/c/{cohort}/ask")),
                new(words["mail.hello.pause"], Note: null, links.To($"/c/{cohort}/me")),
            ])],
            new(words["mail.hello.button"], links.To($"/c/{cohort}")),
            words["mail.hello.why"],
            new(words["mail.hello.stop"], links.Stop(to.Id, Kind)));
    }
}
