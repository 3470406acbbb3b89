using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Organise;

public sealed class NewModel(IGrainFactory grains, CourseLibrary library, Reader reader) : PageModel
{
    public IReadOnlyList<CourseRevision> Courses { get; private set; } = [];

    public CohortForm Form { get; private set; } = new();

    /// <summary>The calendar that the cohort would have; empty until it was asked for.</summary>
    public ImmutableArray<WeekView> Dates { get; private set; } = [];

    public CourseRevision? Course => Form.Course is { } course ? library.Find(course) : null;

    /// <summary>The cohort that the new one follows, and what it hands on; null if it follows none.</summary>
    public HandedOn? Previous { get; private set; }

    /// <param name="from">The slug of the cohort that the new one is to follow.</param>
    public async Task OnGetAsync(string? course, string? from)
    {
        await LoadAsync(from);
        Form = Previous is { Cohort: var before }
            ? new() { Course = before.Course, From = before.Cohort, ReleaseTime = before.ReleaseTime.ToString("HH:mm", CultureInfo.InvariantCulture), Zone = before.Zone, Seats = before.Seats.ToString(CultureInfo.InvariantCulture) }
            : new() { Course = course ?? (Courses.Count == 1 ? Courses[0].Id : null), ReleaseTime = "09:00", Zone = reader.Zone, Seats = "30" };
    }

    /// <summary>Shows every date, and the address, before anything is made.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CohortForm form)
    {
        if (await ReadAsync(form) is not { } cohort)
        {
            return this.Invalid();
        }

        var preview = await grains.Cohort(Form.Address!).PreviewCreate(cohort);
        if (!preview.Outcome.Accepted)
        {
            return Refused(preview.Outcome);
        }

        Dates = preview.After;
        return Page();
    }

    /// <summary>Makes the cohort, then lists it. Sent again it does what was not done yet.</summary>
    public async Task<IActionResult> OnPostCreateAsync(CohortForm form)
    {
        if (await ReadAsync(form) is not { } cohort)
        {
            return this.Invalid();
        }

        if (Previous is { Cohort.Cohort: var previous })
        {
            var handed = await NextPhase.MakeAsync(grains, previous, Form.Address!, cohort, User.LearnerId(), reader.Words);
            return handed.Accepted ? Redirect($"/c/{Form.Address}/evaluate/plan") : Refused(handed);
        }

        var created = await grains.Cohort(Form.Address!).Create(cohort);
        if (!created.Accepted)
        {
            return Refused(created);
        }

        await grains.Catalog().Add(new(Form.Address!, cohort.Course));
        return Redirect($"/c/{Form.Address}/manage");
    }

    private async Task<NewCohort?> ReadAsync(CohortForm form)
    {
        await LoadAsync(form.From);
        Form = (form with { Course = Previous?.Cohort.Course ?? form.Course, From = Previous?.Cohort.Cohort }).WithAddress();
        var cohort = Form.Read(ModelState, reader.Words);
        if (cohort is not null && Form.Address is not { Length: > 0 })
        {
            ModelState.AddModelError("address", reader.Words["new.address.missing"]);
            return null;
        }

        return cohort;
    }

    private IActionResult Refused(Outcome outcome) => this.Refuse(reader.Words, outcome, CohortForm.FieldOf(outcome.Code));

    private async Task LoadAsync(string? from)
    {
        Courses = [.. library.Courses.Select(course => course.Revision).OfType<CourseRevision>()];
        Previous = await HandedOn.OfAsync(grains, from);
    }
}
