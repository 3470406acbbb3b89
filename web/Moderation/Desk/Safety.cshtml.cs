using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>Who is the safety contact, and whether first posts wait for a look.</summary>
public sealed class SafetyModel(IGrainFactory grains, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public string? Contact { get; private set; }

    public bool FirstLook { get; private set; }

    public string? Typed { get; private set; }

    public string NewId { get; } = FormIds.New();

    private IModerationGrain Moderation => grains.Moderation(HttpContext.Cohort().Slug);

    public async Task OnGetAsync()
    {
        Access = HttpContext.Cohort();
        var settings = await Moderation.Settings();
        FirstLook = settings.FirstLook;
        Contact = settings.Contact is { } contact ? (await Names.ReadAsync(grains, Access.Slug, reader.Words, [contact]))[contact] : null;
    }

    /// <summary>Names somebody by the name they go by; no name leaves it to the organiser.</summary>
    public async Task<IActionResult> OnPostContactAsync(string? id, string? person)
    {
        Typed = person;
        var cohort = HttpContext.Cohort().Slug;
        var found = string.IsNullOrWhiteSpace(person) ? null : await grains.Cohort(cohort).Named(person);
        var outcome = found is null && !string.IsNullOrWhiteSpace(person)
            ? Outcome.Refused("safety.contact-not-here")
            : await Moderation.NameContact(FormIds.Of(id), found?.Learner, HttpContext.Moderator());
        return await DoneAsync(outcome, "person");
    }

    public async Task<IActionResult> OnPostLookAsync(string? id, bool wanted) =>
        await DoneAsync(await Moderation.AskFirstLook(FormIds.Of(id), wanted, HttpContext.Moderator()), null);

    private async Task<IActionResult> DoneAsync(Outcome outcome, string? field)
    {
        if (outcome.Accepted)
        {
            return Redirect($"/c/{HttpContext.Cohort().Slug}/manage/safety");
        }

        await OnGetAsync();
        return this.Refuse(reader.Words, outcome, field);
    }
}
