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

    /// <summary>A language by its own name and, where it is not complete, how far it is.</summary>
    public string CompletenessOf(string language)
    {
        var name = Languages.OwnNameOf(language);
        return Course.Completeness.TryGetValue(language, out var completeness) && !completeness.IsComplete
            ? reader.Words.Get("course.language-partly", ("language", name), ("percent", completeness.Percent))
            : name;
    }
}
