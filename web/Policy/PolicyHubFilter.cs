using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Policy;

/// <summary>
/// The gate of hub methods: each has a row of the policy table under its name. Where its first parameter is called <c>cohort</c>, the
/// caller must be in that cohort. Whoever may not call learns no more than that there is no such thing.
/// </summary>
public sealed partial class PolicyHubFilter(PolicyTable table, IGrainFactory grains, ILogger<PolicyHubFilter> log) : IHubFilter
{
    public const string Method = "HUB";

    /// <summary>A page of ours is hardly ever refused anything. Whoever tries on and on is cut off.</summary>
    private const int MostRefusals = 20;

    /// <remarks>SignalR's own log of failed calls tells too much and tells refusals as failures; it is off, and both are logged here.</remarks>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await MayCall(invocation) ? await next(invocation) : throw new HubException("not-found");
        }
        catch (HubException)
        {
            LogRefused(invocation.HubMethodName, invocation.Context.ConnectionId);
            CountRefusal(invocation.Context);
            throw;
        }
        catch (Exception error)
        {
            LogFailed(error, invocation.HubMethodName);
            throw;
        }
        finally
        {
            invocation.Context.Items.Remove(typeof(CohortAccess));
        }
    }

    private async ValueTask<bool> MayCall(HubInvocationContext invocation)
    {
        if (table.Find(Method, invocation.HubMethodName, handler: null) is not { } row || invocation.Context.User is not { } user)
        {
            return false;
        }

        if (invocation.HubMethod.GetParameters() is not [{ Name: "cohort" }, ..])
        {
            return row.Who.HasFlag(Who.SignedIn);
        }

        if (invocation.HubMethodArguments is not [string { Length: > 0 } slug, ..] || await CohortAccess.Find(grains, slug, user) is not { } access)
        {
            return false;
        }

        invocation.Context.Items[typeof(CohortAccess)] = access;
        return (row.Who & access.Who) != Who.Nobody;
    }

    private static void CountRefusal(HubCallerContext caller)
    {
        var refusals = caller.Items.TryGetValue(typeof(PolicyHubFilter), out var before) ? (int)before! + 1 : 1;
        caller.Items[typeof(PolicyHubFilter)] = refusals;
        if (refusals == MostRefusals)
        {
            caller.Abort();
        }
    }

    [LoggerMessage(2002, LogLevel.Error, "The hub method {Method} failed.")]
    private partial void LogFailed(Exception error, string method);

    [LoggerMessage(2003, LogLevel.Warning, "The hub method {Method} was refused on connection {Connection}: it was asked for what its caller may not see or do.")]
    private partial void LogRefused(string method, string connection);
}
