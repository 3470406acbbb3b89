using CohortCourses.Contracts;
using CohortCourses.Web.People;
using CohortCourses.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using System.Globalization;

namespace CohortCourses.Web.Texts;

/// <summary>Finds the reader's language and zone: the person's choice, then this browser's cookie, then its header, then English.</summary>
public sealed class LanguageChoice(RequestDelegate next, IGrainFactory grains)
{
    public const string Cookie = "language";

    public async Task InvokeAsync(HttpContext context, Reader reader)
    {
        if (context.GetEndpoint() is null)
        {
            await next(context);
            return;
        }

        var preferences = context.User.FindLearnerId() is { } learner ? (await grains.Learner(learner).Get())?.Preferences : null;
        var language = Languages.Find(preferences?.Language)
            ?? Languages.Find(context.Request.Cookies[Cookie])
            ?? FromHeader(context.Request)
            ?? Languages.Fallback;
        reader.Is(language, preferences?.Zone);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        await next(context);
    }

    /// <summary>Keeps a choice: in the person's preferences, and in a cookie for who is not signed in.</summary>
    public static async Task<IResult> Choose(HttpContext context, IGrainFactory grains, [FromForm] string language, [FromForm] string? back)
    {
        if (Languages.Find(language) is { } chosen)
        {
            context.Response.Cookies.Append(Cookie, chosen.Tag, new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
            if (context.User.FindLearnerId() is { } learner && await grains.Learner(learner).Get() is { } known)
            {
                await grains.Learner(learner).Prefer(known.Preferences with { Language = chosen.Tag });
            }
        }

        return Back.To(back);
    }

    private static Language? FromHeader(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Languages.Find(range.Value.Value))
            .FirstOrDefault(found => found is not null);
}
