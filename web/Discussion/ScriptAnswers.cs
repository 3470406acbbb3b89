using System.Net.Mime;
using CohortCourses.Contracts;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace CohortCourses.Web.Discussion;

/// <summary>A page's own script asks for a short answer in place of a whole page.</summary>
internal static class ScriptAnswers
{
    public static bool IsFromScript(this HttpRequest request) => request.Headers.Accept == MediaTypeNames.Application.Json;

    /// <summary>Why not. What was only too fast is worth another try, and says so by its status.</summary>
    public static JsonResult Problem(Words words, Outcome refused) => new(new { problem = words.Explain(refused) })
    {
        StatusCode = refused.Code == "voice.too-fast" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status409Conflict,
    };

    /// <summary>Where the thread is that was begun.</summary>
    public static JsonResult Begun(string address) => new(new { url = address });
}
