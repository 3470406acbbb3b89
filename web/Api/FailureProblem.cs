using System.Text.Json;
using CohortCourses.Web.Errors;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

/// <summary>Explains to programs what has no answer of its own.</summary>
internal static class FailureProblem
{
    public static IResult Explain(HttpContext context, Reader reader)
    {
        var failure = context.Features.Get<Failure>() ?? new(StatusCodes.Status404NotFound, "");
        return Problem.Of(reader, failure.Status, CodeOf(failure.Status), FieldsOf(failure.Cause, reader.Words));
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "sign-in.needed",
        StatusCodes.Status403Forbidden => "role.insufficient",
        StatusCodes.Status404NotFound => "resource.unknown",
        StatusCodes.Status405MethodNotAllowed => "request.method",
        StatusCodes.Status413PayloadTooLarge => "request.too-large",
        StatusCodes.Status415UnsupportedMediaType => "request.media-type",
        StatusCodes.Status429TooManyRequests => "request.too-many",
        >= StatusCodes.Status500InternalServerError => "server.failed",
        _ => "request.malformed",
    };

    /// <summary>The place in the JSON that could not be read, as a program would write it: <c>seats</c>.</summary>
    private static IEnumerable<(string Field, string Error)> FieldsOf(BadHttpRequestException? cause, Words words) =>
        cause?.InnerException is JsonException { Path: { Length: > 2 } path } && path.StartsWith("$.", StringComparison.Ordinal)
            ? [(path[2..], words["problem.field.unreadable"])]
            : [];
}
