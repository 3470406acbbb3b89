using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Contracts.People;

namespace CohortCourses.Web.People;

/// <summary>
/// The registry of personal data: every kind of document stands in it, a test sees to that. It drives what people are given of
/// themselves and what is taken away when they erase their account.
/// </summary>
public static class PersonalData
{
    /// <summary>In the order of erasure: the account comes last, so that whoever was interrupted can sign in and go on.</summary>
    public static readonly ImmutableArray<PersonalDocument> Registry =
    [
        new("secret", "What a token or secret link opens, and whose it is. The account lists them.", Erase: RevokeSecretsAsync),
        new("passphrase-link", "The vault: the hash of a link by which they choose another passphrase, and when it ends.", Erase: (grains, account) => grains.PassphraseLink(account.Learner).Revoke()),
        new("voice", "In each cohort: which threads they read and wrote in, whether they are shown as here, until when they only read.", ExportVoicesAsync, EraseVoicesAsync),
        new("posts", "What they wrote, by learner id; part of the voice's export, and erased with it: a gap with no name is left.", ExportPostsAsync),
        new("post-history", "Earlier texts of what they wrote, which go with it."),
        new("reactions", "Their reactions, by learner id; they go with the voice."),
        new("thread", "Who began a thread, by learner id, which goes with the voice; the title stays, it is part of others' talk."),
        new("discussion", "Nothing: which threads a week has."),
        new("responses", "What they answered in forms that are confidential or named, by learner id.", ExportResponsesAsync, EraseFromFormsAsync),
        new("receipts", "That they answered an anonymous form, by learner id; part of what the forms say of them, and erased with it."),
        new("ballots", "Nothing that leads to anybody: anonymous answers, which stay."),
        new("form-results", "Nothing: how many gave which answer."),
        new("form", "The learner id of the instructor who opened it, which leads to nobody then; what it asks."),
        new("forms", "Nothing: which forms a cohort has."),
        new("learner", "Preferences; in each cohort the name gone by, progress, own dates and pauses.", ExportLearnerAsync, (grains, account) => grains.Learner(account.Learner).Erase()),
        new("cohort", "Role, track and day of joining, and a mark of the name, which the learner's part says and leaving takes away. Who changed the calendar, by learner id; the id leads to nobody then."),
        new("announcements", "Announcements, by learner id. They were addressed to others and stay; the id leads to nobody then.", ExportAnnouncementsAsync),
        new("case", "Reports with who made them and whom they are about, by learner id, and what was done; appeals. A reporter is taken out and their words stay, for they speak of somebody else; of a subject nothing stays.", ExportReportsAsync, EraseFromModerationAsync),
        new("moderation", "The learner ids of the safety contact and of mentors who were asked to help. Erased with the cases."),
        new("moderation-log", "Who acted, whom it concerned and why, outside of what the hashes cover: erased with the cases, and the chain still verifies."),
        new("findings", "Nothing: which findings a cohort has."),
        new("finding", "Who wrote, decided and acted, by learner id: work for the cohort, which stays; the id leads to nobody then. Quotes under a study key, which go with the passages."),
        new("phase", "Who made a phase and followed its plan, by learner id: it stays like the findings."),
        new("codebook", "Who added a code, by learner id: it stays like the findings."),
        new("coding-desk", "Who codes what, by learner id: it stays like the findings."),
        new("coding", "Nothing: how many pages of passages a coder has; the coder's id is part of its key and stays like the findings."),
        new("passages", "Which part of an answer was coded how, under the study key of the answer: erased with the quotes from it.", Erase: EraseFromCodingAsync),
        new("counted", "Nothing: how many did what and gave which answer, in groups of five or more."),
        new("exports", "Nothing: the secret that study keys of a cohort are made from, without which no key leads to anybody."),
        new("export-log", "Who took which export, by learner id: others were told that it is kept, so it stays; the id leads to nobody then."),
        new("invitation", "The learner ids that used it, which lead to nobody once the learner is gone."),
        new("outbox", "Mail that waits, or how it ended, by learner id: its kind and the times. Neither what it says nor an address.", ExportLettersAsync, (grains, account) => grains.Outbox(account.Learner).Forget(account.Learner)),
        new("catalog", "The learner id of the organiser.", Erase: (grains, account) => grains.Catalog().ReleaseOrganiser(account.Learner)),
        new("invitation-book", "Nothing: hashes of invitations."),
        new("course", "Nothing: the outline of a course."),
        new("copy", "Nothing: hashes that tell what a copy of the data wrote from what was written since."),
        new("key-ring", "Nothing: the keys that cookies, forms and links in mail are proved with, for everybody the same."),
        new("reminder", "Nothing: when a cohort is to be woken."),
        new("mailbox", "The vault: where mail goes, and since when that is confirmed.", ExportMailboxAsync, (grains, account) => grains.Mailbox(account.Learner).Close()),
        new("account", "The vault: sign-in name, mail address, hash of the passphrase, tokens and links by name.", ExportAccountAsync, (grains, account) => grains.Account(account.NormalisedName).Erase()),
    ];

    /// <summary>Everything we hold about someone, by kind of document.</summary>
    public static async Task<IReadOnlyDictionary<string, object>> ExportAsync(IGrainFactory grains, AccountRecord account)
    {
        var all = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var document in Registry)
        {
            if (document.Export is not null && await document.Export(grains, account) is { } part)
            {
                all[document.Kind] = part;
            }
        }

        return all;
    }

    /// <summary>Takes someone away. May be repeated until it returns.</summary>
    public static async Task EraseAsync(IGrainFactory grains, AccountRecord account)
    {
        foreach (var document in Registry)
        {
            if (document.Erase is not null)
            {
                await document.Erase(grains, account);
            }
        }
    }

    private static async Task RevokeSecretsAsync(IGrainFactory grains, AccountRecord account)
    {
        foreach (var secret in (await grains.Account(account.NormalisedName).Get() ?? account).Secrets)
        {
            await grains.Secret(secret.Hash).Revoke();
        }
    }

    private static async Task<object?> ExportLearnerAsync(IGrainFactory grains, AccountRecord account)
    {
        var learner = grains.Learner(account.Learner);
        if (await learner.Get() is not { } known)
        {
            return null;
        }

        var places = await Task.WhenAll(known.Cohorts.Select(learner.Enrolment));
        return new { Id = known.Learner, known.Since, known.Preferences, Cohorts = places };
    }

    private static async Task<object?> ExportAnnouncementsAsync(IGrainFactory grains, AccountRecord account)
    {
        var cohorts = await grains.Catalog().Cohorts();
        var said = await Task.WhenAll(cohorts.Select(async entry =>
            (await grains.NoticeBoard(entry.Cohort).List()).Where(announcement => announcement.By == account.Learner)
                .Select(announcement => new { entry.Cohort, announcement.Id, announcement.Text, announcement.Language, announcement.At })));
        return said.SelectMany(announcement => announcement).ToArray();
    }

    private static async Task<object?> ExportVoicesAsync(IGrainFactory grains, AccountRecord account) =>
        await Task.WhenAll((await CohortsAsync(grains)).Select(async cohort => new { Cohort = cohort, Voice = await grains.Voice(cohort, account.Learner).Get() }));

    private static async Task<object?> ExportPostsAsync(IGrainFactory grains, AccountRecord account)
    {
        var written = await Task.WhenAll((await CohortsAsync(grains)).Select(async cohort =>
        {
            var threads = (await grains.Voice(cohort, account.Learner).Get()).Wrote;
            var posts = await Task.WhenAll(threads.Select(thread => grains.Thread(cohort, thread).WrittenBy(account.Learner)));
            return posts.SelectMany(thread => thread).Select(post => new { Cohort = cohort, post.Id, post.At, post.Text, post.EditedAt });
        }));
        return written.SelectMany(post => post).ToArray();
    }

    /// <summary>Also in cohorts that they left, and that they answered anonymously, without what.</summary>
    private static async Task<object?> ExportResponsesAsync(IGrainFactory grains, AccountRecord account)
    {
        var answered = await Task.WhenAll((await CohortsAsync(grains)).Select(async cohort =>
            await Task.WhenAll((await grains.Forms(cohort).List()).Select(async form =>
            {
                var standing = await grains.Form(cohort, form.Id).Standing(account.Learner);
                return new { Cohort = cohort, Form = form.Id, standing.HasAnswered, standing.Mine?.At, standing.Mine?.Answers };
            }))));
        return answered.SelectMany(forms => forms).Where(form => form.HasAnswered).ToArray();
    }

    private static async Task EraseFromFormsAsync(IGrainFactory grains, AccountRecord account)
    {
        foreach (var cohort in await CohortsAsync(grains))
        {
            await grains.Forms(cohort).Forget(account.Learner);
        }
    }

    /// <summary>Also in cohorts that they left: what they wrote there is still theirs.</summary>
    private static async Task EraseVoicesAsync(IGrainFactory grains, AccountRecord account)
    {
        foreach (var cohort in await CohortsAsync(grains))
        {
            await grains.Voice(cohort, account.Learner).Erase();
        }
    }

    private static async Task<IEnumerable<string>> CohortsAsync(IGrainFactory grains) =>
        (await grains.Catalog().Cohorts()).Select(entry => entry.Cohort);

    private static async Task<object?> ExportReportsAsync(IGrainFactory grains, AccountRecord account)
    {
        var parts = await Task.WhenAll((await ModeratedAsync(grains)).Select(async cohort => new
        {
            Cohort = cohort,
            Reports = (await grains.Moderation(cohort).ReportsOf(account.Learner)).Select(report => report with { Person = null }),
            HiddenPosts = await grains.Moderation(cohort).HiddenPosts(account.Learner),
        }));
        return parts.Where(part => part.Reports.Any() || !part.HiddenPosts.IsEmpty).ToArray();
    }

    private static async Task EraseFromCodingAsync(IGrainFactory grains, AccountRecord account)
    {
        foreach (var cohort in await CohortsAsync(grains))
        {
            await grains.CodingDesk(cohort).Erase(account.Learner);
        }
    }

    private static async Task EraseFromModerationAsync(IGrainFactory grains, AccountRecord account)
    {
        foreach (var cohort in await ModeratedAsync(grains))
        {
            await grains.Moderation(cohort).Erase(account.Learner);
        }
    }

    /// <summary>Every cohort, and what is reported from outside of them.</summary>
    private static async Task<IEnumerable<string>> ModeratedAsync(IGrainFactory grains) =>
        (await CohortsAsync(grains)).Append(IModerationGrain.Site);

    private static async Task<object?> ExportLettersAsync(IGrainFactory grains, AccountRecord account) =>
        (await grains.Outbox(account.Learner).Of(account.Learner)).Select(letter => new { letter.Kind, letter.Cohort, letter.Status, letter.At }).ToArray();

    private static async Task<object?> ExportMailboxAsync(IGrainFactory grains, AccountRecord account) => await grains.Mailbox(account.Learner).Get();

    private static Task<object?> ExportAccountAsync(IGrainFactory grains, AccountRecord account) => Task.FromResult<object?>(new
    {
        account.SignInName,
        account.Mail,
        Organiser = account.IsOrganiser,
        HasPassphrase = account.PasswordHash is not null,
        account.FailedSignIns,
        account.LockedUntil,
        TokensAndLinks = account.Secrets.Select(secret => new { secret.Kind, secret.Label, secret.Cohort, secret.CreatedAt }),
    });
}
