using Microsoft.Extensions.Logging;

namespace CohortCourses.Embedded;

internal abstract partial class Mailbox
{
    private Task RunHere(GrainCall call)
    {
        var task = Begin(call);
        lock (Gate)
        {
            if (task.IsCompleted && !call.WentAsync)
            {
                calls.Leave(call);
                Left(call);
            }

            busy = false;
            Wake();
        }

        if (call.WentAsync)
        {
            return call.Answer;
        }

        call.Ended = true;
        Count(call, task);
        return task;
    }

    private void RunQueued(GrainCall call)
    {
        if (call.Context is { } context)
        {
            ExecutionContext.Run(context, static state => ((GrainCall)state!).Mailbox.BeginQueued((GrainCall)state), call);
        }
        else
        {
            BeginQueued(call);
        }
    }

    private void BeginQueued(GrainCall call)
    {
        var task = Begin(call);
        if (!call.WentAsync)
        {
            End(call, task);
        }
    }

    /// <summary>Runs a call up to its first await that has to wait.</summary>
    private Task Begin(GrainCall call)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(call);
        try
        {
            var task = Invoke(call);
            if (!task.IsCompleted)
            {
                call.WentAsync = true;
                call.Wait(call.Method.ResponseTimeout ?? runtime.Options.ResponseTimeout);
                lock (Gate)
                {
                    underWay.Add(call);
                }

                _ = EndLater(call, task);
            }

            return task;
        }
        catch (Exception exception)
        {
            return call.Failed(exception);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private async Task EndLater(GrainCall call, Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        End(call, task);
    }

    private void End(GrainCall call, Task task)
    {
        lock (Gate)
        {
            underWay.Remove(call);
            calls.Leave(call);
            Left(call);
            Wake();
        }

        call.Ended = true;
        Count(call, task);
        if (call.Method.OneWay && task.Exception is { } failure)
        {
            LogOneWayFailed(runtime.Log, failure.GetBaseException(), call.Name);
        }

        call.Finish(task);
    }

    private void Run(Continuation continuation)
    {
        SynchronizationContext.SetSynchronizationContext(continuation.Turn);
        try
        {
            continuation.Callback(continuation.State);
        }
        catch (Exception exception)
        {
            // Only an async void method can get here.
            LogStrayFailure(runtime.Log, exception, continuation.Turn.Name);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    [LoggerMessage(101, LogLevel.Error, "{Call} failed; nobody waits for it")]
    private static partial void LogOneWayFailed(ILogger log, Exception exception, string call);

    [LoggerMessage(102, LogLevel.Error, "{Turn} threw outside any task")]
    private static partial void LogStrayFailure(ILogger log, Exception exception, string turn);
}
