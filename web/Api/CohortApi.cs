using System.ComponentModel;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

/// <param name="Id">Its slug.</param>
public sealed record CohortSummary(
    string Id,
    string Course,
    string Name,
    CohortPhase Phase,
    DateOnly FirstDay,
    [property: Description("An IANA zone.")] string Zone,
    [property: Description("The week that opened last; null before the first one.")] int? CurrentWeek,
    [property: Description("When the next week opens; null if none is left.")] DateTimeOffset? NextOpensAt,
    DateTimeOffset EndsAt);

public sealed record CohortDetail(
    string Id,
    string Course,
    string Name,
    CohortPhase Phase,
    DateOnly FirstDay,
    [property: Description("The local time at which each week opens.")] TimeOnly ReleaseTime,
    [property: Description("An IANA zone.")] string Zone,
    int Seats,
    int Participants,
    IReadOnlyList<string> Tracks,
    IReadOnlyList<CohortWeek> Weeks,
    DateTimeOffset EndsAt,
    [property: Description("How many weeks complete the course in this cohort.")] int ModulesNeeded,
    [property: Description("The reader's own place; null for an organiser who has none.")] Place? Me);

public sealed record CohortWeek(
    int Number,
    [property: Description("The stable id that the course gives it.")] string Id,
    DateOnly Date,
    DateTimeOffset OpensAt,
    [property: Description("When the cohort is expected to be done with it: when the next one opens.")] DateTimeOffset DueAt,
    bool Open,
    [property: Description("A skipped week never opens.")] bool Skipped);

public sealed record Place(
    string Cohort,
    [property: Description("The name that the reader goes by there.")] string Handle,
    CohortRole Role,
    string? Track,
    DateTimeOffset JoinedAt,
    bool Paused,
    [property: Description("How many weeks are complete.")] int Done,
    [property: Description("How many it takes.")] int Needed,
    bool Complete,
    [property: Description("Whether they agree that their answers and progress here may leave the server for research, under a random key.")] bool Research)
{
    internal static Place Of(EnrolmentView enrolment) => new(
        enrolment.Cohort,
        enrolment.Handle,
        enrolment.Role,
        enrolment.Track,
        enrolment.JoinedAt,
        enrolment.Paused,
        enrolment.Done,
        enrolment.Needed,
        enrolment.Complete,
        enrolment.Research);
}

/// <summary>The cohorts that one is in; for an organiser all of them.</summary>
internal static class CohortApi
{
    public static void MapCohortApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts", List).WithName("listCohorts").WithTags("Cohorts")
            .WithSummary("The reader's cohorts; for an organiser all there are")
            .Produces<Listing<CohortSummary>>().Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized);
        api.MapGet("/cohorts/{cohort}", Get).WithName("getCohort").WithTags("Cohorts")
            .WithSummary("A cohort, its calendar and the reader's place in it")
            .Produces<CohortDetail>().RefusesStrangers();
    }

    public static CohortDetail Detail(CohortView cohort, EnrolmentView? enrolment, DateTimeOffset now) => new(
        cohort.Cohort,
        cohort.Course,
        cohort.Name,
        cohort.PhaseAt(now),
        cohort.FirstDay,
        cohort.ReleaseTime,
        cohort.Zone,
        cohort.Seats,
        cohort.Participants,
        cohort.Tracks,
        [.. cohort.Weeks.Select(week => new CohortWeek(week.Number, week.WeekId, week.Date, week.OpensAt, week.DueAt, week.IsOpenAt(now), week.Skipped))],
        cohort.EndsAt,
        cohort.ModulesNeeded,
        enrolment is null ? null : Place.Of(enrolment));

    private static async Task<IResult> List(HttpContext context, IGrainFactory grains, Reader reader, [Description(ApiDocument.Cursor)] string? cursor = null)
    {
        IEnumerable<string> slugs = context.User.IsOrganiser()
            ? (await grains.Catalog().Cohorts()).Select(entry => entry.Cohort)
            : (await grains.Learner(context.User.LearnerId()).Get())?.Cohorts ?? [];
        if (Listing.Cut(slugs, slug => slug, cursor) is not var (part, next))
        {
            return ApiAnswers.BadCursor(reader);
        }

        var cohorts = await Task.WhenAll(part.Select(slug => grains.Cohort(slug).Get()));
        return Results.Ok(new Listing<CohortSummary>([.. cohorts.OfType<CohortView>().Select(cohort => Summarise(cohort, reader.Now))], next));
    }

    private static async Task<IResult> Get(HttpContext context, IGrainFactory grains, Reader reader) => Results.Ok(Detail(
        context.Cohort().Cohort,
        await grains.Learner(context.User.LearnerId()).Enrolment(context.Cohort().Slug),
        reader.Now));

    private static CohortSummary Summarise(CohortView cohort, DateTimeOffset now) => new(
        cohort.Cohort,
        cohort.Course,
        cohort.Name,
        cohort.PhaseAt(now),
        cohort.FirstDay,
        cohort.Zone,
        cohort.CurrentAt(now)?.Number,
        cohort.NextAt(now)?.OpensAt,
        cohort.EndsAt);
}
