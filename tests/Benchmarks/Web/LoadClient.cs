using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>Asks for one page over and over on kept-alive connections. It reads what it must and parses as little as it can, so that the server is what is measured.</summary>
internal static class LoadClient
{
    /// <summary>Requests a second over so many connections.</summary>
    public static async Task<double> RequestsPerSecondAsync(Uri page, string? cookie, int connections, TimeSpan length)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(page, request, clock, length))));
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<long> AskAsync(Uri page, byte[] request, Stopwatch clock, TimeSpan length)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(page.Host, page.Port);
        var buffer = new byte[128 * 1024];
        var asked = 0L;
        while (clock.Elapsed < length)
        {
            await socket.SendAsync(request);
            await ReadResponseAsync(socket, buffer);
            asked++;
        }

        return asked;
    }

    private static async Task ReadResponseAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        var whole = 0;
        while (whole == 0 || filled < whole)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            filled += read;
            whole = whole != 0 ? whole : LengthOf(buffer.AsSpan(0, filled));
            if (whole == -1 && buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8))
            {
                return;
            }

            whole = whole == -1 ? 0 : whole;
        }
    }

    /// <summary>The length of the whole response; 0 while its head is not there yet, -1 if it comes in chunks.</summary>
    private static int LengthOf(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return 0;
        }

        var head = Encoding.ASCII.GetString(received[..end]);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(head);
        }

        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return -1;
        }

        var value = head.AsSpan(at + name.Length);
        var line = value.IndexOf('\r');
        return end + 4 + int.Parse(line < 0 ? value : value[..line], System.Globalization.CultureInfo.InvariantCulture);
    }
}
