using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Shared;

/// <summary>Tells people why not, in their words, and keeps what they typed.</summary>
public static class Refusals
{
    /// <summary>The sentence for a refusal: what is wrong and what to do.</summary>
    public static string Explain(this Words words, Outcome refused)
    {
        var key = $"refusal.{refused.Code}";
        return words.Has(key)
            ? words.Get(key, [.. refused.Args.Select(arg => (arg.Key, (object?)arg.Value))])
            : words.Get("refusal.other", ("code", refused.Code));
    }

    /// <summary>Shows the form again with what was typed and the reason on top, as 409.</summary>
    /// <param name="field">The field that the reason belongs to, or null for the form as a whole.</param>
    public static IActionResult Refuse(this PageModel page, Words words, Outcome refused, string? field = null)
    {
        page.ModelState.AddModelError(field ?? "", words.Explain(refused));
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }

    /// <summary>Shows the form again with how long to wait before the next try, as 429.</summary>
    public static IActionResult TooMany(this PageModel page, Words words, TimeSpan wait)
    {
        page.ModelState.AddModelError("", words.Wait(wait));
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        page.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return page.Page();
    }

    /// <summary>Says how long to wait, in whole minutes.</summary>
    public static string Wait(this Words words, TimeSpan wait) => words.Get("refusal.throttled", ("n", (int)Math.Ceiling(wait.TotalMinutes)));

    /// <summary>Shows the form again with the errors of its fields, as 422.</summary>
    public static IActionResult Invalid(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}
