using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Mail;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

/// <summary>A cohort that the reader is in, as their account page lists it.</summary>
public sealed record MyPlace(CohortView Cohort, EnrolmentView Enrolment, CourseRevision? Course);

public sealed record MyPreferencesForm : PreferencesForm
{
    /// <summary>Whether mail is wanted; a box that is not ticked is not sent.</summary>
    public string? WantsMail { get; init; }

    public DigestRhythm Digest { get; init; }

    /// <summary>Whether mail is wanted when somebody mentions them.</summary>
    public string? Mentions { get; init; }

    public PreferencesView Preferred() => new(Language ?? "", Zone ?? "", WantsMail is not null, Digest, Mentions is not null);
}

public sealed class MeModel(MailAddresses addresses, Throttles throttles, IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public AccountRecord Account { get; private set; } = null!;

    public MyPreferencesForm Form { get; private set; } = new();

    public IReadOnlyList<MyPlace> Places { get; private set; } = [];

    /// <summary>Whether the address that the account names is known to be theirs; null if it names none.</summary>
    public bool? IsConfirmed { get; private set; }

    /// <summary>Names the next link that is sent, so that the form sent twice sends one.</summary>
    public string NextLink { get; } = Guid.CreateVersion7().ToString();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var preferences = (await grains.Learner(Account.Learner).Get())?.Preferences;
        Form = new()
        {
            Language = preferences?.Language ?? reader.Language.Tag,
            Zone = preferences?.Zone ?? reader.Zone,
            Mail = Account.Mail,
            WantsMail = preferences?.Mail == true ? "true" : null,
            Digest = preferences?.Digest ?? default,
            Mentions = preferences?.Mentions == true ? "true" : null,
        };
    }

    public async Task<IActionResult> OnPostAsync(MyPreferencesForm form)
    {
        Form = form;
        await LoadAsync();
        if (!form.Check(ModelState, reader.Words))
        {
            return this.Invalid();
        }

        var preferred = await grains.Learner(Account.Learner).Prefer(form.Preferred());
        if (!preferred.Accepted)
        {
            return this.Refuse(reader.Words, preferred, AccountForm.FieldOf(preferred.Code));
        }

        var asks = form.MailOrNull is { } address && address != Account.Mail;
        if (asks && throttles.Links.Enter(Account.Learner) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        var kept = await addresses.NameAsync(Account, form.MailOrNull);
        return kept.Accepted ? this.Tell(asks ? "me.mail.saved" : "me.saved", "/me") : this.Refuse(reader.Words, kept);
    }

    /// <summary>Sends the link once more that confirms the address.</summary>
    public async Task<IActionResult> OnPostLinkAsync(string id)
    {
        await OnGetAsync();
        if (throttles.Links.Enter(Account.Learner) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        var asked = Account.Mail is { } address && Guid.TryParse(id, out var link) ? await addresses.AskAsync(Account.Learner, address, link.ToString()) : Outcome.Ok;
        return asked.Accepted ? this.Tell("me.mail.resent", "/me") : this.Refuse(reader.Words, asked);
    }

    private async Task LoadAsync()
    {
        Account = HttpContext.Account();
        var learner = grains.Learner(Account.Learner);
        IsConfirmed = Account.Mail is { } address ? await grains.Mailbox(Account.Learner).Get() is { ConfirmedAt: not null } mailbox && mailbox.Address == address : null;
        var cohorts = (await learner.Get())?.Cohorts ?? [];
        var places = await Task.WhenAll(cohorts.Select(async cohort =>
            await grains.Cohort(cohort).Get() is { } view && await learner.Enrolment(cohort) is { } enrolment
                ? new MyPlace(view, enrolment, courses.Find(view.Course))
                : null));
        Places = [.. places.OfType<MyPlace>().OrderByDescending(place => place.Cohort.EndsAt)];
    }
}
