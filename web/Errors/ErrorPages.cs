using System.Diagnostics;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Errors;

/// <summary>
/// Explains every refusal and failure that has no answer of its own: with a page, or with problem details where a program
/// asks. The explanation goes through the same pipeline, so that it speaks the reader's language.
/// </summary>
public sealed partial class ErrorPages(RequestDelegate next, TextCatalog texts, ILogger<ErrorPages> log)
{
    public const string PagePath = "/error";

    public const string ProblemPath = "/api/error";

    public async Task InvokeAsync(HttpContext context)
    {
        var response = context.Response;
        Failure failure;
        try
        {
            await next(context);
            if (response.StatusCode < StatusCodes.Status400BadRequest || response.HasStarted || response.ContentType is not null || response.ContentLength is not null)
            {
                return;
            }

            failure = new(response.StatusCode, AddressOf(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // who asked is gone
        }
        catch (Exception error) when (!response.HasStarted)
        {
            failure = Judge(context, error);
            response.Clear();
            SecurityHeaders.Apply(response);
            response.StatusCode = failure.Status;
        }

        await ExplainAsync(context, failure);
    }

    private Failure Judge(HttpContext context, Exception error)
    {
        if (error is BadHttpRequestException refused)
        {
            return new(refused.StatusCode, AddressOf(context), Cause: refused);
        }

        var reference = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        LogFailed(error, context.Request.Method, context.GetEndpoint()?.DisplayName, reference);
        return new(StatusCodes.Status500InternalServerError, AddressOf(context), reference);
    }

    private async Task ExplainAsync(HttpContext context, Failure failure)
    {
        var request = context.Request;
        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        context.Features.Set(failure);
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, IsForPrograms(path) ? ProblemPath : PagePath, default);
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            LogUnexplained(error, failure.Status);
            await ExplainPlainlyAsync(context);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString) = (method, path, query);
        }
    }

    /// <summary>When nothing else works any more: one sentence in each language.</summary>
    private Task ExplainPlainlyAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join("\n\n", Languages.All.Select(language => new Words(texts, language)["error.plain"])));
    }

    private static string AddressOf(HttpContext context) => context.Request.PathBase + context.Request.Path + context.Request.QueryString;

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(2301, LogLevel.Error, "{Method} {Endpoint} failed; who asked was given the reference {Reference}.")]
    private partial void LogFailed(Exception error, string method, string? endpoint, string reference);

    [LoggerMessage(2302, LogLevel.Error, "The page that explains a {Status} failed as well.")]
    private partial void LogUnexplained(Exception error, int status);
}
