using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

public sealed class SignOutModel(Accounts accounts) : PageModel
{
    /// <summary>An address that somebody typed signs nobody out.</summary>
    public IActionResult OnGet() => Redirect("/me");

    /// <summary>Signs this browser out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Session.EndAsync(HttpContext);
        return Redirect("/");
    }

    /// <summary>Signs out every browser, this one as well.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await accounts.EndSessionsAsync(HttpContext.Account());
        await Session.EndAsync(HttpContext);
        return Redirect("/sign-in");
    }
}
