using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Extensions;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>
/// Links that bring people in. The token of a link is shown in the answer to the form that makes it and never again, so
/// this form does not redirect; sent twice it shows the same link, because the token is the form's own.
/// </summary>
public sealed class InvitationsModel(IGrainFactory grains, Reader reader) : PageModel
{
    private const int DaysByDefault = 14;

    public CohortAccess Access { get; private set; } = null!;

    public InvitationForm Form { get; private set; } = new();

    /// <summary>The invitation that was just made, and its link.</summary>
    public (InvitationView Invitation, string Link)? Made { get; private set; }

    public IReadOnlyList<InvitationView> Invitations { get; private set; } = [];

    /// <summary>The roles that the reader may invite into.</summary>
    public IEnumerable<CohortRole> Roles => Enum.GetValues<CohortRole>().Where(Access.Manages);

    private CohortView Cohort => Access.Cohort;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostInviteAsync(InvitationForm form)
    {
        await LoadAsync();
        var fresh = Form;
        Form = form with { Id = FormIds.Of(form.Id), Token = Secrets.LooksLikeOne(form.Token) ? form.Token : Secrets.Make() };
        if (Form.Read(Cohort, ModelState, reader.Words) is not { } invitation)
        {
            return this.Invalid();
        }

        if (!Access.Manages(invitation.Role))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var hash = Secrets.Hash(Form.Token!);
        var outcome = await IssueAsync(hash, invitation);
        if (!outcome.Accepted)
        {
            return this.Refuse(reader.Words, outcome, outcome.Code switch { "invitation.uses" => "uses", "invitation.expiry" => "until", _ => null });
        }

        Made = ((await grains.Invitation(hash).Get())!, $"{Request.Scheme}://{Request.Host}/join/{Form.Token}");
        Invitations = await grains.InvitationBook(Cohort.Cohort).List();
        Form = fresh;
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? invitation)
    {
        await LoadAsync();
        if (Invitations.FirstOrDefault(made => made.Hash == invitation) is { } known)
        {
            await grains.Invitation(known.Hash).Revoke();
        }

        return Redirect($"/c/{Cohort.Cohort}/manage/invitations#list");
    }

    /// <summary>Makes the invitation and lists it. One that can't be listed could not be revoked, so it is taken back.</summary>
    private async Task<Outcome> IssueAsync(string hash, NewInvitation invitation)
    {
        var issued = await grains.Invitation(hash).Issue(invitation);
        if (!issued.Accepted)
        {
            return issued;
        }

        var listed = await grains.InvitationBook(Cohort.Cohort).Note(hash, invitation.ExpiresAt);
        if (!listed.Accepted)
        {
            await grains.Invitation(hash).Revoke();
        }

        return listed;
    }

    private async Task LoadAsync()
    {
        Access = HttpContext.Cohort();
        Invitations = await grains.InvitationBook(Cohort.Cohort).List();
        var until = reader.Now.ToInstant().InZone(Dates.ZoneOf(Cohort.Zone)).Date.PlusDays(DaysByDefault);
        Form = new()
        {
            Id = FormIds.New(),
            Token = Secrets.Make(),
            Uses = "1",
            Until = until.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}
