using CohortCourses.Contracts.Mail;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Mail;

/// <summary>
/// Tells somebody that a link was made by which another passphrase can be chosen for their account: if they did not ask for it, they are the
/// first who should know. The link itself is not in it.
/// </summary>
public sealed class PassphraseLinkWriter(MailLinks links) : ILetterWriter
{
    public LetterKind Kind => LetterKind.PassphraseLink;

    /// <param name="hash">Of the link's token, so that one link is one letter.</param>
    public static NewLetter Letter(string learner, string hash) => new($"passphrase/{hash}", learner, LetterKind.PassphraseLink, Zone: null);

    public Task<MailText?> WriteAsync(LetterView letter, Recipient to)
    {
        var words = to.Reader.Words;
        return Task.FromResult<MailText?>(new(
            words.Language,
            words["mail.passphrase.subject"],
            [words["mail.passphrase.lead"], words["mail.passphrase.asked"], words["mail.passphrase.not-asked"]],
            [],
            new(words["mail.passphrase.button"], links.To("/me")),
            words["mail.passphrase.why"],
            Stop: null));
    }
}
