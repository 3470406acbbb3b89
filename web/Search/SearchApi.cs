using System.ComponentModel;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Web.Api;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Search;

public sealed record FoundItem(
    [property: Description("The id of its thread.")] Guid Thread,
    int Week,
    [property: Description("Its place in the thread.")] int Number,
    [property: Description("Null for somebody who left.")] Author? By,
    DateTimeOffset At,
    [property: Description("The title of its thread, as safe HTML: found words stand in mark.")] string TitleHtml,
    [property: Description("What stands around the first found word, as safe HTML: found words stand in mark.")] string Html);

/// <summary>Search for programs.</summary>
internal static class SearchApi
{
    public const string Path = "/cohorts/{cohort}/search";

    public static void MapSearchApi(this IEndpointRouteBuilder api) =>
        api.MapGet(Path, Find).WithName("search").WithTags("Discussion")
            .WithSummary("Posts that everybody in the cohort can read, the newest first")
            .WithDescription("All that is asked for has to fit; nothing that is typed is an error. Without anything to look for the answer is empty. Words are compared without case, accents or vowel marks; quotes keep them together.")
            .Produces<Listing<FoundItem>>().RefusesStrangers().Refuses(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Find(
        HttpContext context,
        IGrainFactory grains,
        PostSearch search,
        Reader reader,
        [Description("Words, of any language.")] string? q = null,
        [Description("A name in this cohort, or a part of it.")] string? who = null,
        [Description("From 1.")] int? week = null,
        [Description("Only in questions that nobody has answered.")] bool unanswered = false,
        [Description(ApiDocument.Cursor)] string? cursor = null)
    {
        if (Listing.Read(cursor) is not { } after || (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var before) && after.Length > 0))
        {
            return ApiAnswers.BadCursor(reader);
        }

        var slug = context.Cohort().Slug;
        var ask = new SearchAsk(q, who, week, unanswered, after.Length == 0 ? null : before);
        if (ask.IsBlank)
        {
            return Results.Ok(new Listing<FoundItem>([], null));
        }

        var found = await search.FindAsync(slug, ask);
        var speakers = await grains.SpeakersAsync(slug, found.Posts);
        return Results.Ok(new Listing<FoundItem>(
            [
                .. found.Posts.Select(post => new FoundItem(
                    Guid.Parse(post.Thread),
                    post.Week,
                    post.Number,
                    Author.Of(speakers[post.By]),
                    post.At,
                    SearchMarkup.Html(post.Title, speakers, reader.Words),
                    SearchMarkup.Html(post.Text, speakers, reader.Words))),
            ],
            found.Next is { } next ? Listing.Write(next.ToString(CultureInfo.InvariantCulture)) : null));
    }
}
