using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CohortCourses.Embedded;

internal sealed partial class Activation
{
    private async Task ComeAlive()
    {
        try
        {
            scope = Runtime.Services.CreateAsyncScope();
            grain = grainClass.Make(this, out var states);
            foreach (var state in states)
            {
                await state.ReadStateAsync();
            }

            await grain.OnActivateAsync(Runtime.Aborted);
            End(Turn.Current);
            Runtime.Metrics.CountActivation(grainClass);
            lock (Gate)
            {
                stage = Stage.Open;
                touched = true;
            }
        }
        catch (Exception exception)
        {
            LogActivationFailed(Runtime.Log, exception, Name);
            await LetGo();
            End(Turn.Current);
            foreach (var call in Close(handOn: false))
            {
                call.Fail(exception);
            }
        }
    }

    private async Task Go()
    {
        if (grain is not null)
        {
            try
            {
                using var patience = new CancellationTokenSource(Runtime.Options.DeactivationTimeout);
                await grain.OnDeactivateAsync(reason, patience.Token).WaitAsync(patience.Token);
            }
            catch (Exception exception)
            {
                LogDeactivationFailed(Runtime.Log, exception, Name);
            }

            await LetGo();
        }

        End(Turn.Current);
        Close(handOn: true);
    }

    private void StopTimers()
    {
        GrainTimer[] running;
        lock (Gate)
        {
            running = [.. timers];
        }

        foreach (var timer in running)
        {
            timer.Dispose();
        }
    }

    private async Task LetGo()
    {
        StopTimers();
        try
        {
            await scope.DisposeAsync();
        }
        catch (Exception exception)
        {
            LogDeactivationFailed(Runtime.Log, exception, Name);
        }
    }

    /// <summary>Leaves the directory and, in one step, puts the next activation in its place if calls wait for one.</summary>
    /// <returns>The calls that were not handed on.</returns>
    private List<GrainCall> Close(bool handOn)
    {
        lock (Gate)
        {
            stage = Stage.Closed;
            var waiting = Calls.TakeAll();
            List<GrainCall> moving = handOn ? [.. waiting.Where(call => call.Moves && !call.Answered)] : [];
            if (moving.Count > 0)
            {
                var next = new Activation(Runtime, grainClass, key);
                // It may not run, and go again, before it stands in the directory: nobody would take it out.
                lock (next.Gate)
                {
                    foreach (var call in moving)
                    {
                        next.TrySubmit(call, mayRunHere: false, out _);
                    }

                    grainClass.Replace(key, this, next);
                }
            }
            else
            {
                grainClass.Remove(key, this);
            }

            gone?.TrySetResult();
            return waiting;
        }
    }

    private static void End(Turn? turn)
    {
        if (turn is not null)
        {
            turn.Ended = true;
        }
    }

    [LoggerMessage(111, LogLevel.Error, "{Grain} could not come alive; its next call tries again")]
    private static partial void LogActivationFailed(ILogger log, Exception exception, string grain);

    [LoggerMessage(112, LogLevel.Error, "{Grain} went in disorder")]
    private static partial void LogDeactivationFailed(ILogger log, Exception exception, string grain);
}
