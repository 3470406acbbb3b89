using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Feedback;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

/// <summary>The reader's own place in one cohort: name, track, dates, pause, calendar, leaving.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PlaceModel(Vault vault, IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public CohortView Cohort => HttpContext.Cohort().Cohort;

    public EnrolmentView Enrolment { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    /// <summary>The name as it was typed.</summary>
    public string? Handle { get; private set; }

    /// <summary>Whether others see that one is here and writing.</summary>
    public bool IsPresenceShown { get; private set; }

    /// <summary>The calendar link in force. What it is, nobody can tell any more.</summary>
    public SecretReference? Calendar { get; private set; }

    /// <summary>The token that the calendar form would make.</summary>
    public string NextKey { get; private set; } = Secrets.Make();

    /// <summary>The calendar link that was just made.</summary>
    public Uri? Made { get; private set; }

    /// <summary>The form for who leaves, if one is open and waits for them.</summary>
    public FormView? ExitForm { get; private set; }

    private string Slug => Cohort.Cohort;

    private AccountRecord Account => HttpContext.Account();

    private ILearnerGrain Me => grains.Learner(Account.Learner);

    public Task<IActionResult> OnGetAsync() => ShowAsync(Account);

    public async Task<IActionResult> OnPostRenameAsync(string? handle) =>
        await DoAsync(await Me.Rename(Slug, handle ?? ""), "place.renamed", "handle", handle);

    public async Task<IActionResult> OnPostTrackAsync(string? track) =>
        await DoAsync(await grains.Cohort(Slug).SwitchTrack(Account.Learner, string.IsNullOrEmpty(track) ? null : track), "place.switched", "track");

    public async Task<IActionResult> OnPostPauseAsync() => await DoAsync(await Me.Pause(Slug), "place.paused");

    public async Task<IActionResult> OnPostResumeAsync() => await DoAsync(await Me.Resume(Slug), "place.resumed");

    public async Task<IActionResult> OnPostResearchAsync(bool agrees) => await DoAsync(await Me.AgreeToResearch(Slug, agrees), "research.noted");

    /// <summary>Leaves; the links of the cohort go first, so that none outlives the place.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await vault.EndLinksAsync(Account, Slug);
        var left = await Me.Leave(Slug);
        return left.Accepted ? this.Tell("place.left", "/me") : await DoAsync(left, "");
    }

    /// <summary>Makes a calendar link and shows it, this once. Sent twice it is the same link, because the token is the form's own.</summary>
    public async Task<IActionResult> OnPostCalendarAsync(string? token)
    {
        var key = Secrets.LooksLikeOne(token) ? token! : NextKey;
        var issued = await vault.IssueAsync(Account, SecretKind.Calendar, key, Cohort.Name, Slug);
        if (!issued.Accepted)
        {
            return await DoAsync(issued, "");
        }

        Made = new Uri($"{Request.Scheme}://{Request.Host}/api/v1/cohorts/{Slug}/calendar.ics?key={key}");
        return await ShowAsync(await grains.Account(Account.NormalisedName).Get() ?? Account);
    }

    public async Task<IActionResult> OnPostNoCalendarAsync()
    {
        await vault.EndLinksAsync(Account, Slug, SecretKind.Calendar);
        return this.Tell("place.calendar.revoked", $"/c/{Slug}/me");
    }

    private async Task<IActionResult> DoAsync(Outcome outcome, string told, string? field = null, string? typed = null)
    {
        if (outcome.Accepted)
        {
            return this.Tell(told, $"/c/{Slug}/me");
        }

        var shown = await ShowAsync(Account, typed);
        return shown is PageResult ? this.Refuse(reader.Words, outcome, field) : shown;
    }

    private async Task<IActionResult> ShowAsync(AccountRecord account, string? typed = null)
    {
        ExitForm = await grains.ExitFormAsync(HttpContext);
        if (await Me.Enrolment(Slug) is not { } enrolment)
        {
            return NotFound();
        }

        (Enrolment, Handle, Course) = (enrolment, typed ?? enrolment.Handle, courses.Find(Cohort.Course));
        IsPresenceShown = (await grains.Voice(Slug, Account.Learner).Get()).ShowPresence == true;
        Calendar = account.Secrets.FirstOrDefault(IsCalendar);
        return Page();
    }

    private bool IsCalendar(SecretReference held) => held.Kind == SecretKind.Calendar && held.Cohort == Slug;
}
