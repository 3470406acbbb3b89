using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace CohortCourses.Web.People;

/// <summary>
/// Hands out the framework's antiforgery tokens, each to several pages of one browser: making one costs as much as a third of a page. None
/// serves for long, since pages are compressed: whoever sees how large they are and puts words into them could guess at a secret that stays,
/// given thousands of pages that hold it.
/// </summary>
internal sealed class RecentForms(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options) : IAntiforgery
{
    /// <summary>For how many pages a token serves.</summary>
    public const int MostPages = 32;

    private readonly Recent<Browser> recent = new();

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext context)
    {
        var who = (context.User.FindLearnerId(), context.User.IsOrganiser());
        if (context.Items[typeof(RecentForms)] is Issue page && page.Who == who)
        {
            return page.Tokens;
        }

        var cookie = context.Request.Cookies[options.Value.Cookie.Name!];
        var browser = cookie is null ? null : recent.Find(cookie);
        if (browser?.Last is { } last && last.Serves(who))
        {
            KeepFromCaches(context.Response);
        }
        else
        {
            last = new(who, antiforgery.GetAndStoreTokens(context));
            // Where the framework sets no new cookie, the browser's own is good.
            if (cookie is not null && last.Tokens.CookieToken is null)
            {
                recent.Keep(cookie, browser ??= new());
                browser.Last = last;
            }
        }

        context.Items[typeof(RecentForms)] = last;
        return last.Tokens;
    }

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => antiforgery.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => antiforgery.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => antiforgery.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => antiforgery.SetCookieTokenAndHeader(httpContext);

    /// <summary>As the framework does for a page that has a token of its own.</summary>
    private void KeepFromCaches(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.Pragma = "no-cache";
        if (!options.Value.SuppressXFrameOptionsHeader)
        {
            response.Headers.XFrameOptions = "SAMEORIGIN";
        }
    }

    private sealed class Browser
    {
        public volatile Issue? Last;
    }

    private sealed class Issue((string? Learner, bool IsOrganiser) who, AntiforgeryTokenSet tokens)
    {
        private int left = MostPages - 1;

        public (string? Learner, bool IsOrganiser) Who => who;

        public AntiforgeryTokenSet Tokens => tokens;

        public bool Serves((string? Learner, bool IsOrganiser) asking) => asking == who && Interlocked.Decrement(ref left) >= 0;
    }
}
