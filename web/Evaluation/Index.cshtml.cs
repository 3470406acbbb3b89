using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>The figures of a cohort, for everyone or for one group at a time.</summary>
public sealed class IndexModel(IGrainFactory grains, Reader reader) : PageModel
{
    public EvaluationView View { get; private set; } = null!;

    public FilterChoices Choices { get; private set; } = null!;

    public OverviewPictures Pictures { get; private set; } = null!;

    /// <param name="by">Attributes, of which there may be one.</param>
    /// <param name="value">The value of each.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] string[] by, [FromQuery(Name = "is")] string[] value, bool anew = false)
    {
        var slug = HttpContext.Cohort().Slug;
        var asked = Asked.Filter(by, value);
        var reply = await grains.Evaluation(slug).Get(asked, anew);
        if (reply.View is not { } view)
        {
            return NotFound();
        }

        View = view;
        Choices = FilterChoices.Of($"/c/{slug}/evaluate", view.Joined, view.Attributes, view.Withheld, asked, reply.Outcome, reply.Group, reader.Words);
        Response.StatusCode = Choices.Status;
        Pictures = new(view, Choices.Filter, reply.Group, reader.Words);
        return Page();
    }
}
