using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
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

    public void OnGet(string? course)
    {
        Load();
        Form = new() { Course = course ?? (Courses.Count == 1 ? Courses[0].Id : null), ReleaseTime = "09:00", Zone = reader.Zone, Seats = "30" };
    }

    /// <summary>Shows every date, and the address, before anything is made.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CohortForm form)
    {
        if (Read(form) is not { } cohort)
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
        if (Read(form) is not { } cohort)
        {
            return this.Invalid();
        }

        var created = await grains.Cohort(Form.Address!).Create(cohort);
        if (!created.Accepted)
        {
            return Refused(created);
        }

        await grains.Catalog().Add(new(Form.Address!, cohort.Course));
        return Redirect($"/c/{Form.Address}/manage");
    }

    private NewCohort? Read(CohortForm form)
    {
        Load();
        Form = form.WithAddress();
        var cohort = Form.Read(ModelState, reader.Words);
        if (cohort is not null && Form.Address is not { Length: > 0 })
        {
            ModelState.AddModelError("address", reader.Words["new.address.missing"]);
            return null;
        }

        return cohort;
    }

    private IActionResult Refused(Outcome outcome) => this.Refuse(reader.Words, outcome, CohortForm.FieldOf(outcome.Code));

    private void Load() => Courses = [.. library.Courses.Select(course => course.Revision).OfType<CourseRevision>()];
}
