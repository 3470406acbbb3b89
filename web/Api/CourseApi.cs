using System.ComponentModel;
using CohortCourses.Content.Courses;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

/// <summary>A text and the language that it is really in.</summary>
public sealed record TextInLanguage(string Text, [property: Description("A BCP 47 tag.")] string Language)
{
    internal static TextInLanguage Of(Wording wording) => new(wording.Text, wording.Language);
}

/// <param name="Id">Its slug.</param>
public sealed record CourseSummary(
    string Id,
    TextInLanguage Title,
    TextInLanguage Summary,
    int Weeks,
    IReadOnlyList<CourseLanguage> Languages,
    IReadOnlyList<string> Tracks);

public sealed record CourseLanguage(
    [property: Description("A BCP 47 tag. The first one is the source.")] string Language,
    [property: Description("How much of the course is translated and up to date, in percent.")] int Percent);

public sealed record CourseDetail(
    string Id,
    TextInLanguage Title,
    TextInLanguage Summary,
    IReadOnlyList<CourseLanguage> Languages,
    IReadOnlyList<string> Tracks,
    IReadOnlyList<string> Skills,
    [property: Description("How many weeks complete the course.")] int ModulesToComplete,
    IReadOnlyList<CourseWeekSummary> Weeks);

public sealed record CourseWeekSummary(
    int Number,
    [property: Description("Stable, also when the weeks change places.")] string Id,
    TextInLanguage Title,
    TextInLanguage Summary,
    IReadOnlyList<TextInLanguage> Outcomes,
    [property: Description("How long the week's page takes.")] int Minutes);

/// <summary>The courses, for everyone.</summary>
internal static class CourseApi
{
    public static void MapCourseApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/courses", List).WithName("listCourses").WithTags("Courses")
            .WithSummary("The courses that can be taken")
            .Produces<Listing<CourseSummary>>().Refuses(StatusCodes.Status400BadRequest);
        api.MapGet("/courses/{course}", Get).WithName("getCourse").WithTags("Courses")
            .WithSummary("A course and its weeks")
            .Produces<CourseDetail>().Refuses(StatusCodes.Status404NotFound);
    }

    private static IResult List(CourseLibrary library, Reader reader, [Description(ApiDocument.Cursor)] string? cursor = null) =>
        Listing.Cut(library.Courses.Select(course => course.Revision).OfType<CourseRevision>(), course => course.Id, cursor) is var (courses, next)
            ? Results.Ok(new Listing<CourseSummary>([.. courses.Select(course => Summarise(course, reader.Language.Tag))], next))
            : ApiAnswers.BadCursor(reader);

    private static IResult Get(CourseLibrary library, Reader reader, [Description("The course's slug.")] string course) =>
        library.Find(course) is { } found
            ? Results.Ok(Detail(found, reader.Language.Tag))
            : Problem.Of(reader, StatusCodes.Status404NotFound, "course.unknown");

    private static CourseSummary Summarise(CourseRevision course, string language) => new(
        course.Id,
        TextInLanguage.Of(course.Title.In(language)),
        TextInLanguage.Of(course.Summary.In(language)),
        course.Weeks.Length,
        LanguagesOf(course),
        course.Tracks);

    private static CourseDetail Detail(CourseRevision course, string language) => new(
        course.Id,
        TextInLanguage.Of(course.Title.In(language)),
        TextInLanguage.Of(course.Summary.In(language)),
        LanguagesOf(course),
        course.Tracks,
        course.Skills,
        course.Completion.Modules,
        [
            .. course.Weeks.Select(week => new CourseWeekSummary(
                week.Number,
                week.Id,
                TextInLanguage.Of(week.Title.In(language)),
                TextInLanguage.Of(week.Summary.In(language)),
                [.. week.Outcomes.Select(outcome => TextInLanguage.Of(outcome.In(language)))],
                week.Minutes)),
        ]);

    private static IReadOnlyList<CourseLanguage> LanguagesOf(CourseRevision course) =>
        [.. course.Languages.Select(language => new CourseLanguage(language, course.Completeness.TryGetValue(language, out var done) ? done.Percent : 100))];
}
