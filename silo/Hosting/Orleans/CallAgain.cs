namespace CohortCourses.Hosting;

/// <summary>
/// Makes a call again that met a dead or leaving node. It may have been done, but whoever creates something sends its id, so it is done once
/// whatever happened. Only the edge does so: a grain that waits for another lets its own caller decide.
/// </summary>
internal sealed class CallAgain : IOutgoingGrainCallFilter
{
    /// <summary>The node it goes to next may be dying, too; a third one is bad luck that the person sees.</summary>
    private const int Tries = 3;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception failure) when (failure is SiloUnavailableException or OrleansMessageRejectionException && context.SourceContext is null && tried < Tries)
            {
                // The directory already points elsewhere: the failure came with the news that the node is gone.
            }
        }
    }
}
