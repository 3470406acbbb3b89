using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Courses;

public sealed class CourseModel(CourseLibrary courses, ModuleRenderer renderer, Reader reader) : PageModel
{
    public CourseRevision Course { get; private set; } = null!;

    public RenderedPage About { get; private set; } = null!;

    public IActionResult OnGet(string course)
    {
        if (courses.Find(course) is not { } revision)
        {
            return NotFound();
        }

        Course = revision;
        About = renderer.About(revision, reader.Language.Tag);
        return Page();
    }

    /// <summary>How far a translation is, unless it is complete.</summary>
    public int? PercentOf(string language) =>
        Course.Completeness.TryGetValue(language, out var completeness) && !completeness.IsComplete ? completeness.Percent : null;
}
