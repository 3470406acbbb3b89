using CohortCourses.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Mail;

/// <summary>
/// Where the link leads that asks whether an address is the person's own. Opening it confirms nothing, since programs that check mail open
/// links too; the button does. It works on whichever device the mail was read.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConfirmModel(MailLinks links, IGrainFactory grains) : PageModel
{
    /// <summary>Null if the link confirms nothing any more.</summary>
    public string? Address { get; private set; }

    public bool Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (links.ReadConfirm(token) is var (learner, address) && await grains.Mailbox(learner).Get() is { } mailbox && mailbox.Address == address)
        {
            (Address, Done) = (address, mailbox.ConfirmedAt is not null);
        }

        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (links.ReadConfirm(token) is var (learner, address) && (await grains.Mailbox(learner).Confirm(address)).Accepted)
        {
            return Redirect(HttpContext.Request.Path);
        }

        return Shown();
    }

    private PageResult Shown()
    {
        Response.StatusCode = Address is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }
}
