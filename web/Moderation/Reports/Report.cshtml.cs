using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Reports;

/// <summary>Asks moderators to look at a post or a person.</summary>
public sealed class ReportModel(IGrainFactory grains, ReportThrottles throttles, Quotes quotes, Reader reader) : PageModel
{
    public ReportForm Form { get; private set; } = new();

    /// <summary>What is reported; null if it is a person.</summary>
    public PostView? Post { get; private set; }

    public IHtmlContent Quote { get; private set; } = HtmlString.Empty;

    /// <summary>By whom the post is.</summary>
    public string About { get; private set; } = "";

    /// <summary>The safety contact by name, if there is one.</summary>
    public string? Contact { get; private set; }

    private string Cohort => HttpContext.Cohort().Slug;

    public Task OnGetAsync(string? thread, string? post, string? person) =>
        LoadAsync(new() { Id = FormIds.New(), Thread = ActForm.OfGrain(thread), Post = ActForm.OfGrain(post), Person = person });

    public async Task<IActionResult> OnPostAsync(ReportForm form)
    {
        await LoadAsync(form with { Id = FormIds.Of(form.Id), Thread = ActForm.OfGrain(form.Thread), Post = ActForm.OfGrain(form.Post) });
        var person = Post is null ? await grains.Cohort(Cohort).Named(Form.Person ?? "") : null;
        if (Post is null && person is null)
        {
            ModelState.AddModelError("person", reader.Words["report.person.unknown"]);
        }

        if (ModerationWords.ReadReason(Form.Reason) is not { } reason)
        {
            ModelState.AddModelError("reason", reader.Words["report.reason.missing"]);
            return this.Invalid();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        if (throttles.People.Enter(User.LearnerId()) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        var outcome = await grains.Moderation(Cohort).Report(new(
            Form.Id!, User.LearnerId(), Form.To, reason, Form.Said, Post is null ? null : Form.Thread, Post?.Id, person?.Learner));
        return outcome.Accepted ? Redirect($"/c/{Cohort}/reports") : this.Refuse(reader.Words, outcome, outcome.Code is "report.empty" or "report.too-long" ? "words" : null);
    }

    private async Task LoadAsync(ReportForm form)
    {
        Form = form;
        if (form is { Thread: { } thread, Post: { } id } && await grains.Thread(Cohort, thread).Find(id, new(User.LearnerId(), IsStaff: false)) is { Text: not null } post)
        {
            (Post, Quote) = (post, await quotes.OfAsync(Cohort, post));
        }

        var contact = (await grains.Moderation(Cohort).Settings()).Contact;
        var names = await Names.ReadAsync(grains, Cohort, reader.Words, [Post?.By, contact]);
        (About, Contact) = (names[Post?.By], contact is null ? null : names[contact]);
    }
}
