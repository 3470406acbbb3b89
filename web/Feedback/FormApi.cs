using System.Collections.Immutable;
using System.ComponentModel;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Api;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Feedback;

/// <summary>The forms of a cohort, for programs.</summary>
internal static class FormApi
{
    private const string Path = "/cohorts/{cohort}/forms";
    private const string One = Path + "/{form}";
    private const string Forms = ApiServices.Root + Path;

    public static readonly PolicyRow[] Policies =
    [
        new("GET", Forms, Who.Members),
        new("POST", Forms, Who.Staff),
        new("GET", ApiServices.Root + One, Who.Members),
        new("PUT", ApiServices.Root + One + "/response", Who.Participant),
        new("GET", ApiServices.Root + One + "/results", Who.Members),
    ];

    public static void MapFormApi(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, List).WithName("listForms").WithTags("Forms")
            .WithSummary("The forms that were opened in a cohort")
            .WithDescription("In the order in which they were opened, 300 at most.")
            .Produces<Listing<ApiForm>>().RefusesStrangers();
        api.MapPost(Path, Open).WithName("openForm").WithTags("Forms")
            .WithSummary("Open a form for everyone, at once")
            .WithDescription("For who runs the cohort. A form of the course by its id, or one question made here. The same id again answers 200 with the form that is there. A form that was promised to be anonymous is not opened with a weaker promise: 409.")
            .Produces<ApiForm>(StatusCodes.Status201Created).Produces<ApiForm>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
        api.MapGet(One, Get).WithName("getForm").WithTags("Forms")
            .WithSummary("A form with its questions")
            .Produces<ApiForm>().RefusesStrangers();
        api.MapPut(One + "/response", Answer).WithName("answerForm").WithTags("Forms")
            .WithSummary("Answer a form")
            .WithDescription("For participants, while it is open. The same ballot again is the same answer. Confidential and named answers may be changed until the form closes; anonymous ones cannot, because nobody can find them again: 409.")
            .Produces(StatusCodes.Status204NoContent).RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
        api.MapGet(One + "/results", Count).WithName("formResults").WithTags("Forms")
            .WithSummary("How a form was answered")
            .WithDescription("For who runs or evaluates the cohort, and for everyone in it once the results are shown. It is counted when the form is closed; before only while everyone is shown the results, from ten answers on. Answers that fewer than five gave stand together, also for who subtracts.")
            .Produces<FormResults>().RefusesStrangers();
    }

    private static async Task<IResult> List(HttpContext context, IGrainFactory grains, Reader reader)
    {
        var forms = await grains.Forms(context.Cohort().Slug).List();
        return Results.Ok(new Listing<ApiForm>(await Task.WhenAll(forms.Select(form => ShowAsync(context, grains, reader, form))), null));
    }

    private static async Task<IResult> Get(HttpContext context, IGrainFactory grains, Reader reader, [Description("Its name in the cohort.")] string form) =>
        await grains.Forms(context.Cohort().Slug).Find(form) is { } found ? Results.Ok(await ShowAsync(context, grains, reader, found)) : Unknown(reader);

    private static async Task<IResult> Open(HttpContext context, IGrainFactory grains, CourseLibrary courses, Reader reader, OpenFormRequest asked)
    {
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id);
        var closes = fields.Required("closesAt", asked.ClosesAt);
        var access = context.Cohort();
        var (definition, problem) = Define(courses, access, reader, asked);
        if (fields.Errors.Count > 0 || definition is null)
        {
            return ApiAnswers.Invalid(reader, [.. fields.Errors, .. problem is { } known ? [known] : Array.Empty<(string, string)>()]);
        }

        if (asked.Week is { } week && access.Cohort.Week(week) is null)
        {
            return Problem.Of(reader, Outcome.Refused("week.unknown"), "week");
        }

        var forms = grains.Forms(access.Slug);
        var before = (await forms.List()).Length;
        var reply = await forms.Open(new(id.ToString(), definition, asked.Week, closes, context.User.LearnerId()));
        if (!reply.Outcome.Accepted || await forms.Find(reply.Form!) is not { } opened)
        {
            return Problem.Of(reader, reply.Outcome, reply.Outcome.Code == "feedback.closing-time" ? "closesAt" : null);
        }

        var made = await ShowAsync(context, grains, reader, opened);
        return (await forms.List()).Length > before ? Results.Created($"{ApiServices.Root}/cohorts/{access.Slug}/forms/{opened.Id}", made) : Results.Ok(made);
    }

    private static async Task<IResult> Answer(HttpContext context, IGrainFactory grains, Reader reader, [Description("Its name in the cohort.")] string form, AnswerRequest asked)
    {
        var fields = new Fields(reader.Words);
        var ballot = fields.Required("ballot", asked.Ballot);
        fields.Check("answers", asked.Answers is not null, "problem.field.missing");
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        var reply = await grains.Form(context.Cohort().Slug, form).Answer(new(
            context.User.LearnerId(), ballot.ToString(), reader.Language.Tag, asked.Answers!.ToImmutableSortedDictionary(StringComparer.Ordinal), asked.PairingCode));
        return reply switch
        {
            { Outcome.Accepted: true } => Results.NoContent(),
            { Outcome.Code: "feedback.unknown" } => Unknown(reader),
            { Refused.IsEmpty: false } => ApiAnswers.Invalid(reader, [.. reply.Refused.Select(refused => ($"answers.{refused.Question}".TrimEnd('.'), reader.Words.Explain(refused.Why)))]),
            _ => Problem.Of(reader, reply.Outcome, reply.Outcome.Code == "feedback.ballot" ? "ballot" : null),
        };
    }

    private static async Task<IResult> Count(HttpContext context, IGrainFactory grains, Reader reader, [Description("Its name in the cohort.")] string form)
    {
        var access = context.Cohort();
        return await grains.Forms(access.Slug).Find(form) is { } found && access.MaySeeResults(found)
            ? Results.Ok(await grains.Form(access.Slug, form).Results())
            : Unknown(reader);
    }

    private static (FormDefinition? Form, (string Field, string Error)? Problem) Define(CourseLibrary courses, CohortAccess access, Reader reader, OpenFormRequest asked)
    {
        if (asked.Question is { } question)
        {
            var typed = new QuickForm { Question = question.Text, Kind = question.Kind?.ToString(), Choices = string.Join('\n', question.Choices ?? []), Level = question.Level?.ToString() };
            var (made, field, why) = QuickQuestion.OfTyped(typed, reader.Words);
            return made is null ? (null, ($"question.{(field == "question" ? "text" : field)}", why!)) : (made, null);
        }

        return courses.Find(access.Cohort.Course)?.FindForm(asked.Form ?? "") is { } form
            ? (form.ToDefinition(), null)
            : (null, ("form", reader.Words["problem.field.no-form"]));
    }

    private static async Task<ApiForm> ShowAsync(HttpContext context, IGrainFactory grains, Reader reader, FormView form)
    {
        var access = context.Cohort();
        var standing = access.Member?.Role == CohortRole.Participant
            ? await grains.Form(access.Slug, form.Id).Standing(context.User.LearnerId())
            : new(HasAnswered: false, null);
        return new(
            form.Id, form.Definition, form.Week, form.OpenedAt, form.ClosedAt ?? form.ClosesAt, form.IsOpenAt(reader.Now), standing.HasAnswered, standing.Mine?.Answers, form.ResultsShownAt is not null);
    }

    private static IResult Unknown(Reader reader) => Problem.Answer(reader, new()
    {
        Title = reader.Words["refusal.feedback.unknown"],
        Status = StatusCodes.Status404NotFound,
        Code = "feedback.unknown",
    });
}

/// <summary>A form of a cohort.</summary>
public sealed record ApiForm(
    [property: Description("Its name in the cohort, such as weekly-pulse-w3.")] string Id,
    FormDefinition Definition,
    [property: Description("The week that it is about, or null.")] int? Week,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    bool Open,
    [property: Description("Whether the reader has answered.")] bool Answered,
    [property: Description("What the reader answered; null for anonymous forms, whose answers nobody can find again.")] ImmutableSortedDictionary<string, ImmutableArray<string>>? Mine,
    [property: Description("Whether everyone in the cohort may see the results.")] bool ResultsShown);

/// <summary>A form to open: one of the course's, or one question.</summary>
public sealed record OpenFormRequest(
    [property: Description("A GUID made by the caller.")] Guid? Id,
    [property: Description("The id of a form of the course.")] string? Form,
    [property: Description("In place of a form of the course.")] QuestionRequest? Question,
    int? Week,
    [property: Description("From then on nothing is taken; within 400 days.")] DateTimeOffset? ClosesAt);

/// <summary>One question in the language of the request.</summary>
public sealed record QuestionRequest(
    [property: Description("300 characters at most.")] string? Text,
    [property: Description("one, several, recommend or long.")] QuestionKind? Kind,
    [property: Description("2 to 12, of 100 characters at most; for one and several.")] IReadOnlyList<string>? Choices,
    FormLevel? Level);

/// <summary>What is answered.</summary>
public sealed record AnswerRequest(
    [property: Description("A random GUID (version 4) that the caller made and keeps; the same one again is the same answer.")] Guid? Ballot,
    [property: Description("By question: ids of choices, levels, row:level, ranked choices, a number, a day, or a text.")] IReadOnlyDictionary<string, ImmutableArray<string>>? Answers,
    [property: Description("For anonymous forms before and after: words by which the two answers can be paired.")] string? PairingCode = null);
