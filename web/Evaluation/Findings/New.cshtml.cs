using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

public sealed class NewFindingModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public CourseRevision? Course { get; private set; }

    public FindingForm Form { get; private set; } = new();

    public void OnGet(string? statement)
    {
        Course = courses.Find(HttpContext.Cohort().Cohort.Course);
        Form = new() { Id = FormIds.New(), Statement = statement };
    }

    public async Task<IActionResult> OnPostAsync(FindingForm form)
    {
        OnGet(null);
        Form = form with { Id = FormIds.Of(form.Id) };
        var cohort = HttpContext.Cohort().Slug;
        var outcome = await grains.Findings(cohort).Write(Form.Id!, User.LearnerId(), Form.Text);
        return outcome.Accepted
            ? Redirect($"/c/{cohort}/evaluate/findings/{Form.Id}")
            : this.Refuse(reader.Words, outcome, FindingForm.FieldOf(outcome.Code));
    }
}
