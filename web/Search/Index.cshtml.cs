using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Search;

/// <summary>A post that was found, ready to be shown.</summary>
public sealed record ShownPost(string Address, int Week, Speaker By, DateTimeOffset At, IHtmlContent Title, IHtmlContent Text);

public sealed class IndexModel(IGrainFactory grains, PostSearch search, Reader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unanswered { get; set; }

    public int? Week { get; private set; }

    public IReadOnlyList<int> Weeks { get; private set; } = [];

    /// <summary>Null as long as nothing was asked for.</summary>
    public SearchResult? Result { get; private set; }

    public IReadOnlyList<ShownPost> Posts { get; private set; } = [];

    /// <summary>The address of the posts before these; null if there are none.</summary>
    public string? Older { get; private set; }

    private string Slug => HttpContext.Cohort().Slug;

    public async Task OnGetAsync(string? week, string? before)
    {
        Weeks = HttpContext.Cohort().OpenWeeks(reader.Now);
        Week = int.TryParse(week, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Weeks.Contains(asked) ? asked : null;
        var ask = new SearchAsk(Q, Who, Week, Unanswered, long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null);
        if (ask.IsBlank)
        {
            return;
        }

        Result = await search.FindAsync(Slug, ask);
        var speakers = await grains.SpeakersAsync(Slug, Result.Posts);
        Posts =
        [
            .. Result.Posts.Select(post => new ShownPost(
                $"/c/{Slug}/discussion/{post.Thread}?at={post.Number}#p-{post.Number}",
                post.Week,
                speakers[post.By],
                post.At,
                new HtmlString(SearchMarkup.Html(post.Title, speakers, reader.Words)),
                new HtmlString(SearchMarkup.Html(post.Text, speakers, reader.Words)))),
        ];
        Older = Result.Next is { } next ? Address(next) : null;
    }

    private string Address(long before) => $"/c/{Slug}/search" + QueryString.Create(new KeyValuePair<string, string?>[]
    {
        new("q", Q),
        new("who", Who),
        new("week", Week?.ToString(CultureInfo.InvariantCulture)),
        new("unanswered", Unanswered ? "true" : null),
        new("before", before.ToString(CultureInfo.InvariantCulture)),
    }.Where(part => !string.IsNullOrEmpty(part.Value)));
}
