using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Reports;

/// <summary>The report form for whoever is not signed in, or would rather not be known: it goes to the organiser, and a code leads back to it.</summary>
public sealed class OutsideModel(IGrainFactory grains, ReportThrottles throttles, Reader reader) : PageModel
{
    public ReportForm Form { get; private set; } = new();

    public string? Follow { get; private set; }

    public IActionResult OnGet(string? follow)
    {
        Response.Headers.CacheControl = "no-store";
        Form = new() { Code = ReportCode.Make() };
        if (follow is null)
        {
            return Page();
        }

        if (ReportCode.Read(follow) is { } code)
        {
            return Redirect($"/report/{code}");
        }

        Follow = follow;
        ModelState.AddModelError("follow", reader.Words["outside.code.wrong"]);
        return this.Invalid();
    }

    public async Task<IActionResult> OnPostAsync(ReportForm form)
    {
        Response.Headers.CacheControl = "no-store";
        Form = form with { Code = ReportCode.Read(form.Code) ?? ReportCode.Make() };
        if (ModerationWords.ReadReason(form.Reason) is not { } reason)
        {
            ModelState.AddModelError("reason", reader.Words["report.reason.missing"]);
            return this.Invalid();
        }

        if (string.IsNullOrWhiteSpace(form.Words))
        {
            ModelState.AddModelError("words", reader.Words["refusal.report.empty"]);
            return this.Invalid();
        }

        if (throttles.Outside.Enter(HttpContext) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        var outcome = await grains.Moderation(IModerationGrain.Site).Report(new(
            ReportCode.IdOf(Form.Code!), By: null, ReportChannel.Instructors, reason, Form.Said, Described: form.Where ?? ""));
        return outcome.Accepted ? Redirect($"/report/{Form.Code}") : this.Refuse(reader.Words, outcome, outcome.Code == "report.too-long" ? "words" : null);
    }
}
