using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>How the forms of a cohort were answered, week by week, and what changed in the same people.</summary>
public sealed class QuestionsModel(IGrainFactory grains, Reader reader) : PageModel
{
    public QuestionsView View { get; private set; } = null!;

    public FilterChoices Choices { get; private set; } = null!;

    public QuestionPictures Pictures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery] string[] by, [FromQuery(Name = "is")] string[] value, bool anew = false)
    {
        var slug = HttpContext.Cohort().Slug;
        var asked = Asked.Filter(by, value);
        var reply = await grains.Evaluation(slug).Questions(asked, anew);
        if (reply.View is not { } view)
        {
            return NotFound();
        }

        View = view;
        var everyone = view.Attributes.IsEmpty ? 0 : view.Attributes[0].Groups.Sum(group => group.Size);
        Choices = FilterChoices.Of($"/c/{slug}/evaluate/questions", everyone, view.Attributes, [], asked, reply.Outcome, reply.Group, reader.Words);
        Response.StatusCode = Choices.Status;
        Pictures = new(view, await grains.Forms(slug).List(), Choices.Filter, reader.Words);
        return Page();
    }
}
