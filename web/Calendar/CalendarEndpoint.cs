using System.Text;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Web.Api;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Calendar;

internal static class CalendarEndpoint
{
    public static void MapCalendar(this IEndpointRouteBuilder api) =>
        api.MapGet("/cohorts/{cohort}/calendar.ics", Get).WithName("getCalendar").WithTags("Cohorts")
            .WithSummary("The cohort's weeks as iCalendar")
            .WithDescription("In the reader's language, with their own dates. A week that is moved keeps its UID and gets a higher SEQUENCE; one that is left out stays as CANCELLED.")
            .Produces<string>(StatusCodes.Status200OK, "text/calendar").Produces(StatusCodes.Status304NotModified)
            .RefusesStrangers().Refuses(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> Get(HttpContext context, IGrainFactory grains, CourseLibrary library, Reader reader)
    {
        var cohort = context.Cohort().Cohort;
        if (library.Find(cohort.Course) is not { } course)
        {
            return Results.NotFound();
        }

        var enrolment = await grains.Learner(context.User.LearnerId()).Enrolment(cohort.Cohort);
        var site = new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/");
        var calendar = CalendarWriter.Write(new CohortCalendar(reader, course, cohort, enrolment, site).ToFile());
        return ApiAnswers.Tagged(context, Encoding.UTF8.GetBytes(calendar), CalendarWriter.MediaType, $"{cohort.Cohort}.ics");
    }
}
