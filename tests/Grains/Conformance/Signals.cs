using System.Collections.Concurrent;

namespace CohortCourses.Tests.Grains.Conformance;

/// <summary>Named events and gates, shared by a test and the grains it looks at. Nothing here sleeps.</summary>
public sealed class Signals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> raised = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> logs = new(StringComparer.Ordinal);

    public void Raise(string name) => Of(name).TrySetResult();

    /// <summary>Waits until the name was raised; the failure says what never came.</summary>
    public async Task Wait(string name)
    {
        try
        {
            await Of(name).Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            var came = string.Join(", ", raised.Where(each => each.Value.Task.IsCompleted).Select(each => each.Key));
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s for '{name}'; what came: {came}.", late);
        }
    }

    /// <summary>Writes down a line and raises <c>key: line</c>.</summary>
    public void Note(string key, string line)
    {
        logs.GetOrAdd(key, _ => new()).Enqueue(line);
        Raise($"{key}: {line}");
    }

    public Task WaitForNote(string key, string line) => Wait($"{key}: {line}");

    public string[] Notes(string key) => logs.TryGetValue(key, out var lines) ? [.. lines] : [];

    private TaskCompletionSource Of(string name) =>
        raised.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
