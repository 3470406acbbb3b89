using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

public sealed record Person(
    [property: Description("The name that they chose to go by in this cohort.")] string Handle,
    CohortRole Role,
    string? Track,
    DateTimeOffset JoinedAt);

public sealed record Me(
    [property: Description("A BCP 47 tag.")] string Language,
    [property: Description("An IANA zone.")] string Zone,
    [property: Description("Whether mail is wanted at all.")] bool Mail,
    [property: Description("Whether the reader runs this installation.")] bool Organiser,
    DateTimeOffset Since,
    IReadOnlyList<Place> Places);

/// <summary>The reader, and the people in a cohort: by the names that they chose there, and nothing else.</summary>
internal static class PeopleApi
{
    public static void MapPeopleApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", GetMe).WithName("getMe").WithTags("People")
            .WithSummary("The reader: preferences, and their place in each cohort")
            .Produces<Me>().Refuses(StatusCodes.Status401Unauthorized);
        api.MapGet("/cohorts/{cohort}/people", List).WithName("listPeople").WithTags("People")
            .WithSummary("Who is in a cohort, in no particular order")
            .Produces<Listing<Person>>().RefusesStrangers().Refuses(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> GetMe(HttpContext context, IGrainFactory grains, Reader reader)
    {
        var learner = grains.Learner(context.User.LearnerId());
        if (await learner.Get() is not { } me)
        {
            return Problem.Of(reader, StatusCodes.Status404NotFound, "resource.unknown");
        }

        var places = await Task.WhenAll(me.Cohorts.Select(cohort => learner.Enrolment(cohort)));
        return Results.Ok(new Me(
            me.Preferences.Language,
            me.Preferences.Zone,
            me.Preferences.Mail,
            context.User.IsOrganiser(),
            me.Since,
            [.. places.OfType<Contracts.Learners.EnrolmentView>().Select(Place.Of)]));
    }

    private static async Task<IResult> List(HttpContext context, Rolls rolls, Reader reader, [Description(ApiDocument.Cursor)] string? cursor = null)
    {
        var order = new KeyOrder(context.Cohort().Slug);
        var everyone = (await rolls.OfAsync(context.Cohort().Slug)).In(order);
        return Listing.CutSorted(everyone, order.KeyOf, cursor) is var (faces, next)
            ? Results.Ok(new Listing<Person>([.. faces.Select(face => new Person(face.Handle, face.Member.Role, face.Member.Track, face.Member.JoinedAt))], next))
            : ApiAnswers.BadCursor(reader);
    }

    /// <summary>A cursor is seen by others, and a learner's id would link one person's names in several cohorts.</summary>
    private sealed record KeyOrder(string Cohort) : RollOrder("#")
    {
        public string KeyOf(Face face) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Cohort}/{face.Member.Learner}")).AsSpan(0, 12));

        public override int Compare(Face? x, Face? y) => string.CompareOrdinal(KeyOf(x!), KeyOf(y!));

        public override Face[] Sort(IEnumerable<Face> faces) => [.. faces.OrderBy(KeyOf, StringComparer.Ordinal)];
    }
}
