using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Mail;

/// <summary>
/// The way out of one kind of mail, by a link that only its mail holds and that needs no sign-in. Mail programs post to it by themselves when
/// somebody presses "unsubscribe" (RFC 8058): without a cookie, without a token of a form, and they follow no redirect.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StopModel(MailLinks links, IGrainFactory grains) : PageModel
{
    /// <summary>Which mail the link stops; null if it stops none.</summary>
    public LetterKind? Kind { get; private set; }

    public bool Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (await FindAsync(token) is { } learner)
        {
            Done = IsStopped(learner.Preferences);
        }

        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (await FindAsync(token) is { } learner)
        {
            Done = (await grains.Learner(learner.Learner).Prefer(Stopped(learner.Preferences))).Accepted;
        }

        return Shown();
    }

    private async Task<LearnerView?> FindAsync(string token)
    {
        if (links.ReadStop(token) is not var (id, kind) || await grains.Learner(id).Get() is not { } learner)
        {
            return null;
        }

        Kind = kind;
        return learner;
    }

    private bool IsStopped(PreferencesView preferences) => preferences == Stopped(preferences) || !preferences.Mail;

    private PreferencesView Stopped(PreferencesView preferences) => Kind switch
    {
        LetterKind.Digest => preferences with { Digest = DigestRhythm.Never },
        LetterKind.Hello => preferences with { Mail = false },
        _ => preferences with { Mentions = false },
    };

    private PageResult Shown()
    {
        Response.StatusCode = Kind is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }
}
