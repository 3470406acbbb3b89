using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Discussion;

/// <summary>Questions to the instructors that nobody else sees.</summary>
public sealed class AskModel(IGrainFactory grains, Rolls rolls, Previews previews, Reader reader) : PageModel
{
    public PostForm Form { get; private set; } = new() { Id = FormIds.New() };

    public IReadOnlyList<ThreadSummary> Threads { get; private set; } = [];

    public Speakers Speakers { get; private set; } = null!;

    public IHtmlContent? Preview { get; private set; }

    public bool IsStaff => HttpContext.Cohort().IsStaff;

    private string Slug => HttpContext.Cohort().Slug;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostPreviewAsync(PostForm form)
    {
        Form = form with { Id = FormIds.Of(form.Id) };
        Preview = await previews.Of(Slug, Form.Typed, User.LearnerId());
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync(PostForm form)
    {
        Form = form with { Id = FormIds.Of(form.Id) };
        var voice = grains.Voice(Slug, User.LearnerId());
        var week = HttpContext.Cohort().Cohort.CurrentAt(reader.Now)?.Number ?? 1;
        var outcome = await voice.Start(new(Form.Id!, week, Form.Title ?? "", ThreadKind.Question, Audience.Instructors, new(Form.Id!, await rolls.ToLearners(Slug, Form.Typed))));
        if (outcome.Accepted)
        {
            await voice.AllowPublishing(Form.Id!, Form.MayPublish);
            var address = $"/c/{Slug}/discussion/{Form.Id}";
            return Request.IsFromScript() ? ScriptAnswers.Begun(address) : Redirect(address);
        }

        if (Request.IsFromScript())
        {
            return ScriptAnswers.Problem(reader.Words, outcome);
        }

        await LoadAsync();
        return this.Refuse(reader.Words, outcome, outcome.Field());
    }

    private async Task LoadAsync()
    {
        var viewer = HttpContext.Viewer();
        Threads = [.. (await grains.PrivateDiscussion(Slug).List()).Where(thread => thread.IsListedTo(viewer)).OrderByDescending(thread => thread.LastAt)];
        Speakers = await Speakers.Of(grains, Slug, Threads.Select(thread => thread.By));
    }
}
