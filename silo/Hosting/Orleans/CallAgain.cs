using Orleans.Serialization.Invocation;

namespace CohortCourses.Hosting;

/// <summary>
/// Makes a call again that met a dead or leaving node, or a document that the dying one had just written. It may have been done, but whoever
/// creates something sends its id, so it is done once whatever happened. Only the edge does so: a grain that waits for another lets its own
/// caller decide.
/// </summary>
internal sealed class CallAgain : IOutgoingGrainCallFilter
{
    /// <summary>
    /// A line that broke is noticed at once, but until the node is known to be dead (see <see cref="DeadNodes"/>) calls are still sent its way and
    /// come back. Five seconds in all: after that nobody is likely to answer, and the person is told.
    /// </summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(200),
        TimeSpan.FromMilliseconds(400),
        TimeSpan.FromMilliseconds(800),
        TimeSpan.FromMilliseconds(1500),
        TimeSpan.FromMilliseconds(2000),
    ];

    /// <summary>Real time, whatever clock the pilot runs by: a node is dead when nobody hears of it.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var arguments = context.SourceContext is null ? Arguments(context.Request) : [];
        for (var tried = 0; ; tried++)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception failure) when (failure is SiloUnavailableException or OrleansMessageRejectionException or InconsistentStateException && context.SourceContext is null && tried < Pauses.Length)
            {
                await Task.Delay(Pauses[tried], Clock, CancellationToken.None);
                // A grain on this node that had the request emptied it when it was done with it.
                for (var at = 0; at < arguments.Length; at++)
                {
                    context.Request.SetArgument(at, arguments[at]!);
                }
            }
        }
    }

    private static object?[] Arguments(IInvokable request)
    {
        var arguments = new object?[request.GetArgumentCount()];
        for (var at = 0; at < arguments.Length; at++)
        {
            arguments[at] = request.GetArgument(at);
        }

        return arguments;
    }
}
