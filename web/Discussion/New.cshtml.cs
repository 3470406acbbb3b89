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

public sealed class NewModel(IGrainFactory grains, Rolls rolls, Previews previews, Reader reader) : PageModel
{
    public PostForm Form { get; private set; } = new();

    public IHtmlContent? Preview { get; private set; }

    /// <param name="from">A private thread whose asker agreed that it is shown: it fills the form, without their name.</param>
    public async Task<IActionResult> OnGetAsync(int? week, string? kind, Guid? from)
    {
        Form = new() { Id = FormIds.New(), Week = week ?? HttpContext.Cohort().Cohort.CurrentAt(reader.Now)?.Number ?? 1, Kind = KindOf(kind).ToString().ToLowerInvariant() };
        if (from is { } asked)
        {
            await FillAsync(asked.ToString());
        }

        return IsOpen ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPreviewAsync(PostForm form)
    {
        Keep(form);
        Preview = await previews.Of(HttpContext.Cohort().Slug, Form.Typed, User.LearnerId());
        return IsOpen ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostStartAsync(PostForm form)
    {
        Keep(form);
        if (!IsOpen)
        {
            return NotFound();
        }

        var slug = HttpContext.Cohort().Slug;
        var outcome = await grains.Voice(slug, User.LearnerId()).Start(
            new(Form.Id!, Form.Week, Form.Title ?? "", KindOf(Form.Kind), Audience.Cohort, await grains.WrittenAsync(rolls, slug, Form.Id!, Form.Typed)));
        var address = $"/c/{slug}/discussion/{Form.Id}";
        return (outcome.Accepted, Request.IsFromScript()) switch
        {
            (true, true) => ScriptAnswers.Begun(address),
            (true, false) => Redirect(address),
            (false, true) => ScriptAnswers.Problem(reader.Words, outcome),
            _ => this.Refuse(reader.Words, outcome, outcome.Field()),
        };
    }

    private async Task FillAsync(string thread)
    {
        var slug = HttpContext.Cohort().Slug;
        var viewer = HttpContext.Viewer();
        if (viewer.IsStaff && await grains.Thread(slug, thread).Read(1, 50, viewer) is { Thread: { MayPublish: true, Audience: Audience.Instructors } asked } part)
        {
            var answers = part.Posts.Where(post => post.By != asked.By && post.Text is not null).Select(post => post.Text);
            var question = (part.Posts[0].Text ?? "").Replace("\n", "\n> ", StringComparison.Ordinal);
            var text = string.Join("\n\n", [reader.Words["begin.published"], $"> {question}", .. answers]);
            var speakers = await Speakers.Of(grains, slug, Naming.NamedIn(text));
            Form = Form with { Title = asked.Title, Text = Naming.ToNames(text, learner => speakers[learner].Name(reader.Words)) };
        }
    }

    private bool IsOpen => HttpContext.Cohort().OpenWeeks(reader.Now).Contains(Form.Week);

    private void Keep(PostForm form) => Form = form with { Id = FormIds.Of(form.Id), Kind = KindOf(form.Kind).ToString().ToLowerInvariant() };

    private static ThreadKind KindOf(string? kind) => kind switch
    {
        "question" => ThreadKind.Question,
        "introduction" => ThreadKind.Introduction,
        _ => ThreadKind.Talk,
    };
}
