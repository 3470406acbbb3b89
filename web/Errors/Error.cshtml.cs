using System.Globalization;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Errors;

/// <summary>Says what happened, that nothing was lost, and what to do next. It asks no grain for anything.</summary>
public sealed class ErrorModel(Reader reader) : PageModel
{
    private Failure failure = null!;
    private string kind = "";

    public string Title => Say("title");

    public string What => Say("what");

    public string Next => Say("next");

    /// <summary>What an organiser can look for in the log.</summary>
    public string? Reference => failure.Reference;

    /// <summary>How long to wait before another try, if the server said.</summary>
    public int? Minutes => int.TryParse(Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? (int)Math.Ceiling(seconds / 60.0)
        : null;

    public bool IsOurs => failure.Status >= StatusCodes.Status500InternalServerError;

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<Failure>() is not { } found)
        {
            return NotFound(); // somebody typed the address of this page
        }

        failure = found;
        kind = found.Status switch
        {
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status413PayloadTooLarge => "too-large",
            StatusCodes.Status429TooManyRequests => "too-many",
            >= StatusCodes.Status500InternalServerError => "ours",
            _ => "malformed",
        };
        return Page();
    }

    private string Say(string part) => reader.Words[$"error.{kind}.{part}"];
}
