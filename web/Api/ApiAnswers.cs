using System.Security.Cryptography;
using System.Text.Json;
using CohortCourses.Web.Texts;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace CohortCourses.Web.Api;

/// <summary>Answers that several parts of the API give.</summary>
internal static class ApiAnswers
{
    public static IResult BadCursor(Reader reader) =>
        Problem.Of(reader, StatusCodes.Status400BadRequest, "request.malformed", ("cursor", reader.Words["problem.field.cursor"]));

    public static IResult Invalid(Reader reader, IReadOnlyList<(string Field, string Error)> errors) =>
        Problem.Of(reader, StatusCodes.Status422UnprocessableEntity, "request.invalid", errors);

    /// <summary>An answer that a program may keep and ask about by its ETag; 304 if it is still the same.</summary>
    public static IResult Tagged<T>(HttpContext context, T body) => Tagged(
        context,
        JsonSerializer.SerializeToUtf8Bytes(body, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions),
        "application/json; charset=utf-8");

    public static IResult Tagged(HttpContext context, byte[] body, string mediaType, string? fileName = null)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept-Language, Authorization, Cookie";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"");
        return Results.Bytes(body, mediaType, fileName, entityTag: tag);
    }

    /// <summary>What every route to a cohort may answer: 404 also for a cohort that the reader is not in.</summary>
    public static TBuilder RefusesStrangers<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound);

    /// <summary>What every route that reads JSON may answer.</summary>
    public static TBuilder RefusesBodies<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.Refuses(
            StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params ReadOnlySpan<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.MediaType]));
        }

        return endpoint;
    }
}
