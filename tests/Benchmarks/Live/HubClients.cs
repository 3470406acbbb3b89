using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CohortCourses.Tests.Benchmarks.Live;

/// <summary>
/// Many browsers on one hub, as far as a hub can tell: raw WebSockets that speak SignalR's JSON protocol and look at as little of what they get as they
/// can, so that the server is what is measured.
/// </summary>
internal sealed class HubClients : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;
    private const int AtOnce = 40;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(8);
    private static readonly byte[] Ping = [.. "{\"type\":6}"u8, EndOfRecord];

    private readonly List<ClientWebSocket> sockets = [];
    private readonly List<Task> reading = [];
    private Round? round;
    private long pinged;

    public int Count => sockets.Count;

    /// <summary>The length of the last message of the awaited kind, in bytes.</summary>
    public int Length { get; private set; }

    /// <param name="calls">What each calls first: the hub's method and its arguments.</param>
    public static async Task<HubClients> ConnectAsync(Uri server, string? cookie, int count, params (string Method, object?[] Arguments)[] calls)
    {
        var clients = new HubClients();
        var hello = Encoding.UTF8.GetBytes(string.Concat(calls
            .Select((call, index) => JsonSerializer.Serialize(new { type = 1, invocationId = $"{index}", target = call.Method, arguments = call.Arguments }))
            .Prepend("""{"protocol":"json","version":1}""")
            .Select(record => record + (char)EndOfRecord)));
        for (var connected = 0; connected < count; connected += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, count - connected)).Select(_ => clients.ConnectOneAsync(server, cookie, hello, calls.Length)));
        }

        return clients;
    }

    /// <summary>How long it takes from the start of an act until the last of all has a message of the kind.</summary>
    public async Task<TimeSpan> UntilTheLastHasAsync(string kind, Func<Task> act)
    {
        await PingAsync();
        var waited = new Round(Encoding.UTF8.GetBytes($"\"target\":\"{kind}\""), sockets.Count);
        Volatile.Write(ref round, waited);
        var start = Stopwatch.GetTimestamp();
        var acting = act();
        await acting;
        var end = await waited.Done.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Length = waited.Length;
        return Stopwatch.GetElapsedTime(start, end);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in sockets)
        {
            socket.Abort();
        }

        await Task.WhenAll(reading);
        sockets.ForEach(socket => socket.Dispose());
    }

    /// <summary>Hubs let go of who is silent for long.</summary>
    private async Task PingAsync()
    {
        if (Stopwatch.GetElapsedTime(pinged) < PingEvery)
        {
            return;
        }

        foreach (var socket in sockets)
        {
            await socket.SendAsync(Ping, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        pinged = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromMilliseconds(500));
    }

    private async Task ConnectOneAsync(Uri server, string? cookie, byte[] hello, int calls)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (cookie is not null)
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
        }

        await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        await socket.SendAsync(hello, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = ReadAsync(socket, calls, answered);
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        lock (sockets)
        {
            sockets.Add(socket);
            reading.Add(task);
        }
    }

    private async Task ReadAsync(ClientWebSocket socket, int calls, TaskCompletionSource answered)
    {
        var buffer = new byte[4096];
        var filled = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
            {
                filled += part.Count;
                var start = 0;
                while (buffer.AsSpan(start, filled - start).IndexOf(EndOfRecord) is var length and >= 0)
                {
                    calls -= Take(buffer.AsSpan(start, length)) ? 1 : 0;
                    start += length + 1;
                }

                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                filled -= start;
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, 4 * buffer.Length);
                }

                if (calls == 0)
                {
                    answered.TrySetResult();
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            answered.TrySetException(error);
        }
    }

    /// <returns>Whether it is the answer to a call.</returns>
    private bool Take(ReadOnlySpan<byte> record)
    {
        if (record.StartsWith("{\"type\":3"u8))
        {
            return record.IndexOf("\"error\":"u8) < 0 ? true : throw new InvalidOperationException(Encoding.UTF8.GetString(record));
        }

        if (Volatile.Read(ref round) is { } waited && record.StartsWith("{\"type\":1"u8) && record.IndexOf(waited.Kind) >= 0)
        {
            waited.Count(record.Length);
        }

        return false;
    }

    private sealed class Round(byte[] kind, int readers)
    {
        private int left = readers;

        public byte[] Kind => kind;

        public int Length { get; private set; }

        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Count(int length)
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                Length = length;
                Done.SetResult(Stopwatch.GetTimestamp());
            }
        }
    }
}
