using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.People;
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
}

public sealed class MeModel(Vault vault, IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public AccountRecord Account { get; private set; } = null!;

    public MyPreferencesForm Form { get; private set; } = new();

    public IReadOnlyList<MyPlace> Places { get; private set; } = [];

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

        var preferred = await grains.Learner(Account.Learner).Prefer(form.Preferences(form.WantsMail is not null));
        if (!preferred.Accepted)
        {
            return this.Refuse(reader.Words, preferred, AccountForm.FieldOf(preferred.Code));
        }

        var kept = await vault.ChangeAsync(Account.NormalisedName, account => account with { Mail = form.MailOrNull });
        return kept.Accepted ? this.Tell("me.saved", "/me") : this.Refuse(reader.Words, kept);
    }

    private async Task LoadAsync()
    {
        Account = HttpContext.Account();
        var learner = grains.Learner(Account.Learner);
        var cohorts = (await learner.Get())?.Cohorts ?? [];
        var places = await Task.WhenAll(cohorts.Select(async cohort =>
            await grains.Cohort(cohort).Get() is { } view && await learner.Enrolment(cohort) is { } enrolment
                ? new MyPlace(view, enrolment, courses.Find(view.Course))
                : null));
        Places = [.. places.OfType<MyPlace>().OrderByDescending(place => place.Cohort.EndsAt)];
    }
}
