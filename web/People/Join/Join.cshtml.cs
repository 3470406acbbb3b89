using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Mail;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

/// <summary>An invitation: what it is to, and the one form that accepts it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class JoinModel(Accounts accounts, MailAddresses addresses, Throttles throttles, IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    /// <summary>Stands for someone who has no learner id yet.</summary>
    private const string Nobody = "-";

    public JoinForm Form { get; private set; } = new();

    /// <summary>Why the invitation opens nothing.</summary>
    public string? Closed { get; private set; }

    public InvitationView Invitation { get; private set; } = null!;

    public CohortView Cohort { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    /// <summary>Who accepts it; null while they are new here.</summary>
    public string? Learner { get; private set; }

    /// <summary>The name that the reader went by in this cohort before they were taken out; null for whoever comes anew.</summary>
    public string? Before { get; private set; }

    /// <summary>Earlier cohorts of the course that the reader was in.</summary>
    public IReadOnlyList<CohortView> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string token)
    {
        Form = new() { Language = reader.Language.Tag, Zone = reader.Zone };
        var closed = await OpenAsync(token);
        Form = Form with { Handle = Before };
        return closed ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, JoinForm form)
    {
        Form = form;
        return await OpenAsync(token) ?? await AcceptAsync(form);
    }

    private JoinCohort Place(JoinForm form) => new(
        Invitation.Cohort, form.Handle ?? "", Invitation.Role, Invitation.Track, Earlier.Any(cohort => cohort.Cohort == form.ContinueFrom) ? form.ContinueFrom : null, form.Research);

    private async Task<IActionResult> AcceptAsync(JoinForm form)
    {
        if (Learner is null && !form.Check(ModelState, reader.Words))
        {
            await NoteHandleAsync(form);
            return this.Invalid();
        }

        // Whatever can be refused is refused before anything is made.
        var asked = await AskAsync(form);
        if (!asked.Accepted)
        {
            return Refuse(asked);
        }

        if (Learner is null)
        {
            if (throttles.Addresses.Wait(HttpContext) is { } wait)
            {
                return this.TooMany(reader.Words, wait);
            }

            var (account, refused) = await accounts.CreateAsync(form.Name!, form.Passphrase!, form.Preferences(form.MailOrNull is not null), mail: form.MailOrNull);
            if (account is null)
            {
                throttles.Addresses.Enter(HttpContext);
                return Refuse(refused);
            }

            await addresses.AskAsync(account);
            await Accounts.SignInAs(HttpContext, account);
            Learner = account.Learner;
        }

        var redeemed = await grains.Invitation(Invitation.Hash).Redeem(Learner);
        if (!redeemed.Accepted)
        {
            return Close(redeemed, StatusCodes.Status410Gone);
        }

        var joined = await grains.Learner(Learner).Join(Place(form));
        if (!joined.Accepted)
        {
            return Refuse(joined);
        }

        await grains.Voice(Invitation.Cohort, Learner).ShowPresence(!form.Pseudonym);
        return Redirect($"/c/{Invitation.Cohort}");
    }

    private Task<Outcome> AskAsync(JoinForm form) => grains.Learner(Learner ?? Nobody).MayJoin(Place(form));

    private async Task NoteHandleAsync(JoinForm form)
    {
        var asked = await AskAsync(form);
        if (!asked.Accepted)
        {
            ModelState.AddModelError(AccountForm.FieldOf(asked.Code) ?? "", reader.Words.Explain(asked));
        }
    }

    private IActionResult Refuse(Outcome refused) => this.Refuse(reader.Words, refused, AccountForm.FieldOf(refused.Code));

    /// <summary>Reads the invitation; what to answer if it opens nothing, null if it does.</summary>
    private async Task<IActionResult?> OpenAsync(string token)
    {
        if (throttles.Guesses.Wait(HttpContext) is { } wait)
        {
            Closed = reader.Words.Wait(wait);
            return this.TooMany(reader.Words, wait);
        }

        Learner = User.FindLearnerId();
        if (!Secrets.LooksLikeOne(token)
            || await grains.Invitation(Secrets.Hash(token)).Get() is not { } invitation
            || await grains.Cohort(invitation.Cohort).Get() is not { } cohort)
        {
            throttles.Guesses.Enter(HttpContext);
            return Close(Outcome.Refused("invitation.unknown"), StatusCodes.Status404NotFound);
        }

        (Invitation, Cohort, Course) = (invitation, cohort, courses.Find(cohort.Course));
        if (Learner is not null && await grains.Cohort(cohort.Cohort).Member(Learner) is not null)
        {
            return Redirect($"/c/{cohort.Cohort}");
        }

        var usable = await grains.Invitation(invitation.Hash).MayRedeem(Learner);
        if (!usable.Accepted)
        {
            return Close(usable, StatusCodes.Status410Gone);
        }

        var room = await grains.Cohort(cohort.Cohort).MayAdmit(Learner ?? Nobody, invitation.Role, invitation.Track, handleMark: Nobody);
        if (!room.Accepted)
        {
            return Close(room, StatusCodes.Status409Conflict);
        }

        Before = Learner is null ? null : await grains.Learner(Learner).HandleIn(cohort.Cohort);
        Earlier = Before is null ? await EarlierAsync() : [];
        return null;
    }

    private async Task<IReadOnlyList<CohortView>> EarlierAsync()
    {
        if (Learner is null || await grains.Learner(Learner).Get() is not { } known)
        {
            return [];
        }

        var cohorts = await Task.WhenAll(known.Cohorts.Select(cohort => grains.Cohort(cohort).Get()));
        return [.. cohorts.OfType<CohortView>().Where(cohort => cohort.Course == Cohort.Course).OrderByDescending(cohort => cohort.EndsAt)];
    }

    private PageResult Close(Outcome why, int status)
    {
        Closed = reader.Words.Explain(why);
        Response.StatusCode = status;
        return Page();
    }
}
