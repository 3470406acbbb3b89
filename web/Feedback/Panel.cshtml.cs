using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Feedback;

/// <summary>A form that was just opened, as a part that comes up on whichever page of the cohort is looked at. A short one is answered there.</summary>
public sealed class PanelModel(IGrainFactory grains, Reader reader) : PageModel
{
    private const int MostQuestions = 2;

    public FormView Form { get; private set; } = null!;

    public FormFields Fields { get; private set; } = null!;

    public string Ballot { get; } = Guid.NewGuid().ToString();

    public string Me => User.LearnerId();

    /// <summary>Whether the title says no more than the one question does.</summary>
    public bool IsOneQuestion => Form.Definition.Questions is [var only] && Fields.In(only.Text) == Fields.In(Form.Definition.Title);

    public bool IsShort => Form.Definition.Questions.Length <= MostQuestions && Form.Definition.Questions.All(question => question.Kind is not (QuestionKind.Matrix or QuestionKind.Ranking));

    public async Task<IActionResult> OnGetAsync(string form)
    {
        var slug = HttpContext.Cohort().Slug;
        if (await grains.Forms(slug).Find(form) is not { } found || !found.IsOpenAt(reader.Now) || found.Definition.Kind == FormKind.Exit || await grains.Form(slug, form).HasAnswered(Me))
        {
            return new NoContentResult();
        }

        Form = found;
        Fields = new(reader, found, ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal), ImmutableDictionary<string, string>.Empty);
        return Page();
    }
}
