using System.Security.Claims;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Live;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CohortCourses.Web.People;

/// <summary>
/// Who is signed in. The principal says a learner id and nothing of the vault; which account is behind it, and its security stamp, travel
/// beside it in the encrypted ticket. Every request asks the vault whether the stamp still stands, so signing out everywhere acts at once.
/// </summary>
internal static class Session
{
    public const string Scheme = "Session";

    private const string AccountItem = "account";
    private const string StampItem = "stamp";

    public static ClaimsPrincipal PrincipalOf(AccountRecord account, string scheme)
    {
        var learner = new Claim(Claims.Learner, account.Learner);
        return new(new ClaimsIdentity(account.IsOrganiser ? [learner, new(Claims.Organiser, "1")] : [learner], scheme, Claims.Learner, roleType: null));
    }

    public static Task BeginAsync(HttpContext context, AccountRecord account)
    {
        var properties = new AuthenticationProperties { IsPersistent = true };
        properties.Items[AccountItem] = account.NormalisedName;
        properties.Items[StampItem] = account.SecurityStamp;
        // From here on this request is theirs, so that a form in its answer carries an antiforgery token of theirs.
        context.User = PrincipalOf(account, Scheme);
        context.Features.Set(account);
        return context.SignInAsync(Scheme, context.User, properties);
    }

    /// <summary>Signs this browser out.</summary>
    public static Task EndAsync(HttpContext context)
    {
        CloseLive(context);
        return context.SignOutAsync(Scheme);
    }

    /// <summary>Ends the live connections of whoever sent this request; where they are still signed in they come back.</summary>
    public static void CloseLive(HttpContext context)
    {
        if (context.User.FindLearnerId() is { } learner)
        {
            CloseLive(context, learner);
        }
    }

    public static void CloseLive(HttpContext context, string learner) =>
        context.RequestServices.GetRequiredService<CohortWatchers>().Close(learner);

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var items = context.Properties.Items;
        var grains = context.HttpContext.RequestServices.GetRequiredService<IGrainFactory>();
        if (items.TryGetValue(AccountItem, out var name) && name is not null
            && await grains.Account(name).Get() is { } account
            && items.TryGetValue(StampItem, out var stamp) && stamp == account.SecurityStamp)
        {
            context.HttpContext.Features.Set(account);
            return;
        }

        context.RejectPrincipal();
        await EndAsync(context.HttpContext);
    }
}

public static class SessionExtensions
{
    /// <summary>The account of whoever sent this request. Call it on pages that the gate keeps for who is signed in.</summary>
    public static AccountRecord Account(this HttpContext context) =>
        context.Features.Get<AccountRecord>() ?? throw new InvalidOperationException("Nobody is signed in.");
}
