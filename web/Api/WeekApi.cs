using System.ComponentModel;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Health;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

public sealed record WeekModule(
    int Number,
    [property: Description("The stable id that the course gives it.")] string Id,
    DateOnly Date,
    DateTimeOffset OpensAt,
    [property: Description("The language that the page is in. Parts that are not translated yet are marked with their own.")] string Language,
    [property: Description("ltr or rtl.")] string Direction,
    TextInLanguage Title,
    TextInLanguage Summary,
    IReadOnlyList<TextInLanguage> Outcomes,
    int Minutes,
    [property: Description("Safe HTML; its headings begin at h2.")] string Html,
    Translation Translation,
    [property: Description("What was corrected since it was published, if the author says so.")] TextInLanguage? Change,
    [property: Description("What the reader did with it; null for who has no place in the cohort.")] WeekWork? Work);

/// <summary>How far the page is translated, in parts such as paragraphs and headings.</summary>
public sealed record Translation(int Translated, int Stale, int Missing);

public sealed record WeekWork(
    DateTimeOffset? ReadAt,
    DateTimeOffset? CompletedAt,
    [property: Description("The reader's own date, with extensions and pauses.")] DateTimeOffset DueAt,
    int ExtensionDays)
{
    internal static WeekWork Of(WeekWorkView work) => new(work.ReadAt, work.CompletedAt, work.DueAt, work.ExtensionDays);
}

/// <summary>The modules of a cohort, each from the instant on which it opens.</summary>
internal static class WeekApi
{
    private const string Path = "/cohorts/{cohort}/weeks/{week:int}";

    public static void MapWeekApi(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, Get).WithName("getWeek").WithTags("Weeks")
            .WithSummary("The module of a week")
            .WithDescription("A week that is not open yet answers 404 with the code week.not-open and opensAt. Asking does not mark the module as read. Send the ETag as If-None-Match to be told whether it changed.")
            .Produces<WeekModule>().Produces(StatusCodes.Status304NotModified).RefusesStrangers();
        api.MapPut(Path + "/completion", Complete).WithName("completeWeek").WithTags("Weeks")
            .WithSummary("Mark a week complete")
            .WithDescription("Twice is once.")
            .Produces<WeekWork>().RefusesStrangers().Refuses(StatusCodes.Status409Conflict);
        api.MapDelete(Path + "/completion", Reopen).WithName("reopenWeek").WithTags("Weeks")
            .WithSummary("Take the mark back")
            .Produces(StatusCodes.Status204NoContent).RefusesStrangers().Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Get(
        HttpContext context,
        IGrainFactory grains,
        CourseLibrary library,
        ModuleRenderer renderer,
        Reader reader,
        [Description("From 1.")] int week,
        [Description("A BCP 47 tag; without one the reader's own. A language that the course does not have gives its source.")] string? language = null)
    {
        var access = context.Cohort();
        if (Shut(access.Cohort, week, reader) is { } shut)
        {
            return shut;
        }

        if (library.Find(access.Cohort.Course) is not { } course || week > course.Weeks.Length)
        {
            return Problem.Of(reader, StatusCodes.Status404NotFound, "week.unknown");
        }

        var open = await OpenWeek.OfAsync(access, course, week, language ?? reader.Language.Tag, context.User.LearnerId(), grains, renderer);
        return ApiAnswers.Tagged(context, Show(access.Cohort.Week(week)!, open.Module, open.Work));
    }

    private static Task<IResult> Complete(HttpContext context, IGrainFactory grains, Reader reader, WebMetrics metrics, [Description("From 1.")] int week) =>
        Mark(context, grains, reader, week, async learner =>
        {
            var outcome = await learner.Complete(context.Cohort().Slug, week);
            metrics.CountCompletion(outcome, "api");
            return outcome;
        });

    private static Task<IResult> Reopen(HttpContext context, IGrainFactory grains, Reader reader, [Description("From 1.")] int week) =>
        Mark(context, grains, reader, week, learner => learner.Reopen(context.Cohort().Slug, week));

    private static async Task<IResult> Mark(HttpContext context, IGrainFactory grains, Reader reader, int week, Func<ILearnerGrain, Task<Outcome>> command)
    {
        var cohort = context.Cohort().Cohort;
        if (Shut(cohort, week, reader) is { } shut)
        {
            return shut;
        }

        var learner = grains.Learner(context.User.LearnerId());
        if (await command(learner) is { Accepted: false } refused)
        {
            return Problem.Of(reader, refused);
        }

        return HttpMethods.IsDelete(context.Request.Method) || await learner.Enrolment(cohort.Cohort) is not { } enrolment
            ? Results.NoContent()
            : Results.Ok(WeekWork.Of(enrolment.Weeks[week - 1]));
    }

    /// <summary>Why there is nothing to see; null if the week is open.</summary>
    public static IResult? Shut(CohortView cohort, int week, Reader reader) => cohort.Week(week) switch
    {
        null => Problem.Of(reader, StatusCodes.Status404NotFound, "week.unknown"),
        { Skipped: true } => Problem.Of(reader, StatusCodes.Status404NotFound, "week.skipped"),
        var known when !known.IsOpenAt(reader.Now) => Problem.Answer(reader, new()
        {
            Title = reader.Words.Get("problem.week.not-open", ("moment", reader.Dates.Moment(known.OpensAt)), ("city", reader.Dates.City)),
            Status = StatusCodes.Status404NotFound,
            Code = "week.not-open",
            OpensAt = known.OpensAt,
        }),
        _ => null,
    };

    private static WeekModule Show(WeekView week, RenderedModule module, WeekWorkView? work) => new(
        week.Number,
        week.WeekId,
        week.Date,
        week.OpensAt,
        module.Language,
        module.Direction,
        TextInLanguage.Of(module.Title),
        TextInLanguage.Of(module.Summary),
        [.. module.Outcomes.Select(TextInLanguage.Of)],
        module.Minutes,
        module.Html,
        new(module.Completeness.Translated, module.Completeness.Stale, module.Completeness.Missing),
        module.Change is { } change ? TextInLanguage.Of(change.Text) : null,
        work is null ? null : WeekWork.Of(work));
}
