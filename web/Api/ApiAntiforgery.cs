using CohortCourses.Web.People;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace CohortCourses.Web.Api;

/// <summary>
/// A browser sends its cookie along with whatever another site makes it send. So whoever calls the API by cookie proves with a
/// token of ours, in the header <c>RequestVerificationToken</c>, that a page of ours asked; an access token proves that by itself.
/// </summary>
public sealed class ApiAntiforgery(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context, Reader reader)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiEndpoint>() is not null
            && context.User.Identity is { IsAuthenticated: true, AuthenticationType: not ApiToken.SchemeName }
            && !await antiforgery.IsRequestValidAsync(context))
        {
            await Problem.Of(reader, StatusCodes.Status400BadRequest, "request.antiforgery").ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}

/// <summary>Marks what belongs to the API.</summary>
internal sealed class ApiEndpoint;
