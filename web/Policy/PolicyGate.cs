using CohortCourses.Web.People;
using Microsoft.AspNetCore.Authentication;

namespace CohortCourses.Web.Policy;

/// <summary>Marks an endpoint that the policy table does not name because everyone may have it, such as a style sheet.</summary>
public sealed class OpenToAll;

/// <summary>
/// Lets a request pass if the policy table says so. A cohort that one is not in answers like one that does not exist:
/// 404. Whoever is in it and asks for what another role may do gets 403; whoever is not signed in is asked to.
/// </summary>
public sealed partial class PolicyGate(RequestDelegate next, PolicyTable table, IGrainFactory grains, ILogger<PolicyGate> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is not RouteEndpoint route || endpoint.Metadata.GetMetadata<OpenToAll>() is not null)
        {
            // What is no route is routing's own refusal: not found, method not allowed, wrong type of content.
            await next(context);
            return;
        }

        if (table.Find(context, route) is not { } row)
        {
            LogNoRow(context.Request.Method, endpoint.DisplayName);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        switch (await Judge(context, row))
        {
            case Verdict.Pass:
                await next(context);
                break;
            case Verdict.SignIn:
                await context.ChallengeAsync();
                break;
            case Verdict.Forbidden:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private enum Verdict
    {
        Pass,
        SignIn,
        Forbidden,
        NotFound,
    }

    private async Task<Verdict> Judge(HttpContext context, PolicyRow row)
    {
        if (context.Request.RouteValues.GetValueOrDefault("cohort") is not string slug)
        {
            return row.Who.HasFlag(Who.Anyone) ? Verdict.Pass
                : context.User.FindLearnerId() is null ? Verdict.SignIn
                : row.Who.HasFlag(Who.SignedIn) || (row.Who.HasFlag(Who.Organiser) && context.User.IsOrganiser()) ? Verdict.Pass
                : Verdict.NotFound;
        }

        if (row.Who.HasFlag(Who.Anyone))
        {
            return Verdict.Pass;
        }

        if (context.User.FindLearnerId() is null)
        {
            return Verdict.SignIn;
        }

        if (await CohortAccess.Find(grains, slug, context.User) is not { } access)
        {
            return Verdict.NotFound;
        }

        context.Items[typeof(CohortAccess)] = access;
        return (row.Who & access.Who) != Who.Nobody ? Verdict.Pass : Verdict.Forbidden;
    }

    [LoggerMessage(2001, LogLevel.Warning, "The policy table has no row for {Method} {Endpoint}; the request was refused.")]
    private partial void LogNoRow(string method, string? endpoint);
}
