using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Policy;

/// <summary>
/// The gate of hub methods: each has a row of the policy table under its name. Where its first parameter is called <c>cohort</c>, the
/// caller must be in that cohort. Whoever may not call learns no more than that there is no such thing.
/// </summary>
public sealed partial class PolicyHubFilter(PolicyTable table, IGrainFactory grains, ILogger<PolicyHubFilter> log) : IHubFilter
{
    public const string Method = "HUB";

    /// <remarks>Refusals are nothing to log, so SignalR's own log of failed calls is off, and failures are logged here.</remarks>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await MayCall(invocation) ? await next(invocation) : throw new HubException("not-found");
        }
        catch (Exception error) when (error is not HubException)
        {
            LogFailed(error, invocation.HubMethodName);
            throw;
        }
    }

    private async ValueTask<bool> MayCall(HubInvocationContext invocation)
    {
        if (table.Find(Method, invocation.HubMethodName, handler: null) is not { } row || invocation.Context.User is not { } user)
        {
            return false;
        }

        var names = invocation.HubMethod.GetParameters();
        return names is [{ Name: "cohort" }, ..] && invocation.HubMethodArguments is [string slug, ..]
            ? slug.Length > 0 && await CohortAccess.Find(grains, slug, user) is { } access && (row.Who & access.Who) != Who.Nobody
            : row.Who.HasFlag(Who.SignedIn);
    }

    [LoggerMessage(2002, LogLevel.Error, "The hub method {Method} failed.")]
    private partial void LogFailed(Exception error, string method);
}
