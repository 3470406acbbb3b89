using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>One person in the cohort: how far they are, more time for a week, their role, and taking them out.</summary>
public sealed class PersonModel(IGrainFactory grains, CourseLibrary courses, PassphraseLinks links, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    public string Learner { get; private set; } = "";

    public EnrolmentView Person { get; private set; } = null!;

    /// <summary>The forms that the course cannot be completed without, and whether this person has answered them.</summary>
    public IEnumerable<(string Title, bool Answered)> Forms => Cohort.FormsNeeded
        .Select(id => (Course?.FindForm(id)?.Title.In(reader.Language.Tag).Text ?? id, !Person.FormsMissing.Contains(id)));

    /// <summary>What was typed for an extension.</summary>
    public (string? Week, string? Days) Extension { get; private set; }

    /// <summary>The token of the link for another passphrase that the form would make.</summary>
    public string NextLink { get; private set; } = Secrets.Make();

    /// <summary>The link for another passphrase that was just made.</summary>
    public string? Link { get; private set; }

    private CohortView Cohort => Access.Cohort;

    /// <summary>A week more for the week that they are at.</summary>
    private (string Week, string Days) Proposed =>
        ((Person.Weeks.FirstOrDefault(week => week.CompletedAt is null && !Cohort.Weeks[week.Number - 1].Skipped)?.Number ?? 1).ToString(CultureInfo.InvariantCulture), "7");

    public async Task<IActionResult> OnGetAsync(string learner)
    {
        if (!await LoadAsync(learner))
        {
            return NotFound();
        }

        Extension = Proposed;
        return Page();
    }

    public async Task<IActionResult> OnPostExtendAsync(string learner, string? week, string? days)
    {
        if (!await LoadAsync(learner))
        {
            return NotFound();
        }

        Extension = (week, days);
        if (!int.TryParse(week, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            ModelState.AddModelError("week", reader.Words["change.week.missing"]);
        }

        if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var granted))
        {
            ModelState.AddModelError("days", reader.Words["change.days.missing"]);
        }

        return ModelState.IsValid
            ? Done(await grains.Learner(learner).Extend(Cohort.Cohort, number, granted), "days", Address("#weeks"))
            : this.Invalid();
    }

    public async Task<IActionResult> OnPostRoleAsync(string learner, string? role)
    {
        if (!await LoadAsync(learner))
        {
            return NotFound();
        }

        if (RoleNames.Read(role) is not { } chosen)
        {
            ModelState.AddModelError("role", reader.Words["invite.role.missing"]);
            return this.Invalid();
        }

        return Done(await grains.Cohort(Cohort.Cohort).AssignRole(learner, chosen), "role", Address(""));
    }

    /// <summary>
    /// Makes the link by which this person chooses another passphrase. It is shown in this answer and never again, so there is no redirect; the form
    /// sent twice shows the same link, because the token is the form's own.
    /// </summary>
    public async Task<IActionResult> OnPostPassphraseAsync(string learner, string? token)
    {
        if (!await LoadAsync(learner))
        {
            return NotFound();
        }

        var path = await links.MakeAsync(learner, Secrets.LooksLikeOne(token) ? token! : NextLink, User.LearnerId());
        (Link, Extension) = ($"{Request.Scheme}://{Request.Host}{path}", Proposed);
        return Page();
    }

    /// <summary>Takes someone off the roster. Their work stays with them, so that a new invitation brings all of it back.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string learner)
    {
        if (!await LoadAsync(learner))
        {
            return Redirect($"/c/{HttpContext.Cohort().Slug}/manage/people");
        }

        return Access.Manages(Person.Role)
            ? Done(await grains.Cohort(Cohort.Cohort).Remove(learner), null, $"/c/{Cohort.Cohort}/manage/people")
            : StatusCode(StatusCodes.Status403Forbidden);
    }

    private IActionResult Done(Outcome outcome, string? field, string next) =>
        outcome.Accepted ? Redirect(next) : this.Refuse(reader.Words, outcome, field);

    private string Address(string part) => $"/c/{Cohort.Cohort}/manage/people/{Learner}{part}";

    /// <summary>Loads the person; false if nobody by that id is in the cohort.</summary>
    private async Task<bool> LoadAsync(string learner)
    {
        Access = HttpContext.Cohort();
        if (await grains.Cohort(Access.Slug).Member(learner) is null || await grains.Learner(learner).Enrolment(Access.Slug) is not { } person)
        {
            return false;
        }

        (Learner, Person, Course) = (learner, person, courses.Find(Cohort.Course));
        return true;
    }
}
