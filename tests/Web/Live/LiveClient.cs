using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Live;

/// <summary>
/// Speaks SignalR's JSON protocol over a real WebSocket. It stands for Microsoft.AspNetCore.SignalR.Client, which does not restore everywhere.
/// </summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private const char EndOfRecord = '\u001e';

    private readonly ClientWebSocket socket;
    private readonly Channel<JsonElement> told = Channel.CreateUnbounded<JsonElement>();
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> calls = new(StringComparer.Ordinal);
    private readonly Task reading;
    private volatile TaskCompletionSource mayRead = new();
    private int lastCall;

    private LiveClient(ClientWebSocket socket)
    {
        this.socket = socket;
        GoOnReading();
        reading = ReadAsync();
    }

    /// <summary>Ends when the server has closed the connection.</summary>
    public Task Closed => reading;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static Task<LiveClient> ConnectAsync(TestPilot pilot, Visitor visitor) => ConnectAsync(pilot.Address, visitor);

    /// <param name="node">The server to connect to.</param>
    public static async Task<LiveClient> ConnectAsync(Uri node, Visitor visitor)
    {
        var opened = new ClientWebSocket();
        if (visitor.Cookie("session") is { } session)
        {
            opened.Options.SetRequestHeader("Cookie", $"session={session}");
        }

        await opened.ConnectAsync(new UriBuilder(node) { Scheme = "ws", Path = "/live" }.Uri, Patience);
        var client = new LiveClient(opened);
        await client.SendAsync(new { protocol = "json", version = 1 });
        return client;
    }

    public Task<JsonElement> WatchAsync(string cohort, string? epoch = null, long? number = null) => CallAsync("Watch", cohort, epoch, number);

    /// <summary>Calls a method of the hub.</summary>
    /// <exception cref="RefusedException">The hub refused.</exception>
    public async Task<JsonElement> CallAsync(string method, params object?[] arguments)
    {
        var id = $"{++lastCall}";
        var answer = calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new { type = 1, invocationId = id, target = method, arguments });
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60), Patience);
    }

    /// <summary>Takes nothing any more from the line, but for what is on its way into this program already.</summary>
    public void StopReading() => mayRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOnReading() => mayRead.SetResult();

    /// <summary>The next event, of whatever kind.</summary>
    public async Task<(string Kind, JsonElement Event)> NextAsync()
    {
        var message = await told.Reader.ReadAsync(Patience).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Patience);
        return (message.GetProperty("target").GetString()!, message.GetProperty("arguments").EnumerateArray().FirstOrDefault());
    }

    public async ValueTask DisposeAsync()
    {
        mayRead.TrySetResult();
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private Task SendAsync(object message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + EndOfRecord), WebSocketMessageType.Text, endOfMessage: true, Patience);

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        var text = new StringBuilder();
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
            {
                await mayRead.Task;
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (!part.EndOfMessage)
                {
                    continue;
                }

                foreach (var record in text.ToString().Split(EndOfRecord, StringSplitOptions.RemoveEmptyEntries))
                {
                    Take(JsonElement.Parse(record));
                }

                text.Clear();
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // Cut off, by either side.
        }
        finally
        {
            told.Writer.TryComplete();
        }
    }

    private void Take(JsonElement message)
    {
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1:
                told.Writer.TryWrite(message);
                break;
            case 3 when message.TryGetProperty("error", out var error):
                calls[message.GetProperty("invocationId").GetString()!].SetException(new RefusedException(error.GetString()!));
                break;
            case 3:
                calls[message.GetProperty("invocationId").GetString()!].SetResult(message.TryGetProperty("result", out var result) ? result : default);
                break;
        }
    }
}

/// <summary>The hub refused a call.</summary>
internal sealed class RefusedException(string message) : Exception(message);
