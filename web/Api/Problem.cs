using System.ComponentModel;
using System.Text.Json.Serialization;
using CohortCourses.Contracts;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

/// <summary>Problem details (RFC 9457).</summary>
public sealed record Problem
{
    public const string MediaType = "application/problem+json";

    [Description("What is wrong and what to do, in the reader's language.")]
    public required string Title { get; init; }

    public required int Status { get; init; }

    [Description("A stable code, such as week.not-open. Programs decide by it.")]
    public required string Code { get; init; }

    [Description("What is wrong with which field of the request.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    [Description("With week.not-open: when the week opens.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>A problem whose sentence stands in the texts as <c>problem.{code}</c>.</summary>
    public static IResult Of(Reader reader, int status, string code, params IEnumerable<(string Field, string Error)> errors) =>
        Answer(reader, new() { Title = reader.Words[$"problem.{code}"], Status = status, Code = code, Errors = Collect(errors) });

    /// <summary>A refusal of a rule. One that is about a field says which, as 422; others are a conflict with what there is.</summary>
    public static IResult Of(Reader reader, Outcome refused, string? field = null)
    {
        var title = reader.Words.Explain(refused);
        var status = field is null ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Answer(reader, new() { Title = title, Status = status, Code = refused.Code!, Errors = field is null ? null : Collect([(field, title)]) });
    }

    /// <summary>A refusal with a status of its own.</summary>
    public static IResult Of(Reader reader, Outcome refused, int status) =>
        Answer(reader, new() { Title = reader.Words.Explain(refused), Status = status, Code = refused.Code! });

    public static IResult Answer(Reader reader, Problem problem) => new Result(reader.Language.Tag, problem);

    private static Dictionary<string, string[]>? Collect(IEnumerable<(string Field, string Error)> errors)
    {
        var collected = errors.GroupBy(error => error.Field, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(error => error.Error).ToArray(), StringComparer.Ordinal);
        return collected.Count == 0 ? null : collected;
    }

    private sealed class Result(string language, Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentLanguage = language;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Results.Json(problem, contentType: MediaType, statusCode: problem.Status).ExecuteAsync(httpContext);
        }
    }
}
