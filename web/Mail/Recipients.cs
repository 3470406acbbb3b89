using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Mail;

/// <summary>Finds out, at the moment of sending, whether somebody still wants a letter, and where it reaches them. Nothing else asks the vault for addresses.</summary>
public sealed class Recipients(IGrainFactory grains, TextCatalog texts, TimeProvider clock)
{
    /// <returns>The recipient, or a word for why there is none.</returns>
    public async Task<(Recipient? Recipient, string? Reason)> FindAsync(LetterView letter)
    {
        if (await grains.Learner(letter.Learner).Get() is not { } learner)
        {
            return (null, "gone");
        }

        if (await grains.Mailbox(letter.Learner).Get() is not { } mailbox)
        {
            return (null, "no-address");
        }

        var isConfirmation = letter.Kind == LetterKind.Confirmation;
        if (isConfirmation == mailbox.ConfirmedAt is not null)
        {
            return (null, isConfirmation ? "confirmed" : "no-address");
        }

        if (!isConfirmation && !Wants(learner.Preferences, letter.Kind))
        {
            return (null, "not-wanted");
        }

        var reader = new Reader(texts, clock);
        reader.Is(Languages.Find(learner.Preferences.Language) ?? Languages.Fallback, learner.Preferences.Zone);
        return (new(learner, mailbox.Address, reader), null);
    }

    /// <summary>Whether such a letter would reach someone as things are.</summary>
    public async Task<bool> WantAsync(LearnerView learner, LetterKind kind) =>
        Wants(learner.Preferences, kind) && await grains.Mailbox(learner.Learner).Get() is { ConfirmedAt: not null };

    private static bool Wants(PreferencesView preferences, LetterKind kind) =>
        kind switch
        {
            LetterKind.PassphraseLink => true, // it is about their safety
            _ when !preferences.Mail => false,
            LetterKind.Digest => preferences.Digest != DigestRhythm.Never,
            LetterKind.Hello => true,
            _ => preferences.Mentions,
        };
}
