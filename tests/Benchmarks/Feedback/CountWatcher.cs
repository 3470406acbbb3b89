using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CohortCourses.Tests.Benchmarks.Live;

namespace CohortCourses.Tests.Benchmarks.Feedback;

/// <summary>One browser of somebody who may see how many have answered, and how far it is behind what was acknowledged.</summary>
internal sealed class CountWatcher : IDisposable
{
    private const char EndOfRecord = '\u001e';

    private readonly ClientWebSocket socket = new();
    private readonly Lock gate = new();
    private readonly List<long> answered = [];
    private readonly List<(long At, int Responses)> told = [];
    private string form = "";

    public static async Task<CountWatcher> ConnectAsync(Uri server, string cookie)
    {
        var watcher = new CountWatcher();
        watcher.socket.Options.SetRequestHeader("Cookie", cookie);
        await watcher.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        var watch = JsonSerializer.Serialize(new { type = 1, invocationId = "0", target = "Watch", arguments = new object?[] { Crowd.Cohort, null, null } });
        await watcher.SendAsync($"{{\"protocol\":\"json\",\"version\":1}}{EndOfRecord}{watch}{EndOfRecord}");
        _ = watcher.ReadAsync();
        _ = watcher.PingAsync();
        return watcher;
    }

    /// <summary>From now on it counts this form.</summary>
    public void Begin(string counted)
    {
        lock (gate)
        {
            form = counted;
            answered.Clear();
            told.Clear();
        }
    }

    /// <summary>An answer was acknowledged just now.</summary>
    public void Answered()
    {
        lock (gate)
        {
            answered.Add(Stopwatch.GetTimestamp());
        }
    }

    /// <summary>The longest that an acknowledged answer was not in the count.</summary>
    public TimeSpan Behind()
    {
        lock (gate)
        {
            return answered.Select((at, index) => told.Where(count => count.Responses > index).Select(count => count.At).DefaultIfEmpty(long.MaxValue).Min() is var shown && shown == long.MaxValue
                ? TimeSpan.MaxValue
                : shown > at ? Stopwatch.GetElapsedTime(at, shown) : TimeSpan.Zero).Max();
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
        {
            foreach (var record in Encoding.UTF8.GetString(buffer, 0, part.Count).Split(EndOfRecord, StringSplitOptions.RemoveEmptyEntries).Where(record => record.Contains("\"responsesCounted\"", StringComparison.Ordinal)))
            {
                var count = JsonElement.Parse(record).GetProperty("arguments")[0];
                lock (gate)
                {
                    if (count.GetProperty("form").GetString() == form)
                    {
                        told.Add((Stopwatch.GetTimestamp(), count.GetProperty("responses").GetInt32()));
                    }
                }
            }
        }
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(8));
        while (await timer.WaitForNextTickAsync() && socket.State == WebSocketState.Open)
        {
            await SendAsync($"{{\"type\":6}}{EndOfRecord}");
        }
    }

    private Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
