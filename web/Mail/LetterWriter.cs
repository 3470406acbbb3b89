using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>Says what a letter of one kind says, when it is sent and not before: what was taken down meanwhile is not in it.</summary>
public interface ILetterWriter
{
    LetterKind Kind { get; }

    /// <returns>What the letter says; null if there is nothing to say any more.</returns>
    Task<MailText?> WriteAsync(LetterView letter, Recipient to);
}

/// <summary>Asks whether an address is its owner's.</summary>
public sealed class ConfirmationWriter(MailLinks links) : ILetterWriter
{
    public LetterKind Kind => LetterKind.Confirmation;

    public Task<MailText?> WriteAsync(LetterView letter, Recipient to)
    {
        var words = to.Reader.Words;
        return Task.FromResult<MailText?>(new(
            words.Language,
            words["mail.confirm.subject"],
            [words["mail.confirm.lead"]],
            [],
            new(words["mail.confirm.button"], links.Confirm(to.Id, to.Address)),
            words["mail.confirm.why"],
            Stop: null));
    }
}
