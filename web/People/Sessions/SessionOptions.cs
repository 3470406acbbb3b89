using CohortCourses.Web.Live;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CohortCourses.Web.People;

/// <summary>The cookie that keeps someone signed in for 30 days after their last visit.</summary>
internal sealed class SessionOptions : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    private const string ReturnField = "return";

    public void Configure(CookieAuthenticationOptions options) => Configure(Session.Scheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie = new HouseCookie("session");
        options.ExpireTimeSpan = TimeSpan.FromDays(30);
        options.SlidingExpiration = true;
        // Browsers forget cookies by their own clock, whatever the pilot's clock is made to show.
        options.TimeProvider = TimeProvider.System;
        options.ForwardDefaultSelector = context => ApiToken.IsIn(context.Request) ? ApiToken.SchemeName : null;
        options.Events.OnValidatePrincipal = Session.ValidateAsync;
        options.Events.OnRedirectToLogin = context => AskToSignIn(context.HttpContext);
    }

    /// <summary>Pages lead to the sign-in page and back; whatever calls the API is told in its own terms.</summary>
    private static Task AskToSignIn(HttpContext context)
    {
        var request = context.Request;
        if (ApiToken.IsForApi(request))
        {
            return ApiToken.RefuseAsync(context);
        }

        if (request.Path.StartsWithSegments(PilotHub.Route, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // What was posted can't be brought along, so a form leads back to the page that it stood on.
        var back = request.PathBase + request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : default);
        context.Response.Redirect($"/sign-in{QueryString.Create(ReturnField, back)}");
        return Task.CompletedTask;
    }
}
