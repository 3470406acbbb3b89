using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;
using CohortCourses.Web.Mail;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>A mail server on a port of its own that speaks SMTP, keeps what it is given, and can be told to refuse, to break off or to fall silent.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Channel<ReceivedMail> arrived = Channel.CreateUnbounded<ReceivedMail>();
    private readonly Channel<string> silences = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<ReceivedMail> accepted = new();
    private readonly X509Certificate2? certificate;
    private readonly Task serving;

    public MailServer(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>What to answer to a command, by its first word; <c>.</c> is the end of a mail's text. An empty answer breaks off, <c>silence</c> says nothing for ever.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The one who may sign in; null if nobody has to.</summary>
    public (string Name, string Password)? User { get; init; }

    /// <summary>All mail that was accepted, and the text of mail that the server broke off after.</summary>
    public IReadOnlyCollection<ReceivedMail> Accepted => accepted;

    public MailOptions Options => new()
    {
        Server = "127.0.0.1",
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        From = "courses@example.org",
        Site = new("https://courses.example.org"),
        Security = certificate is null ? MailSecurity.None : MailSecurity.StartTls,
    };

    /// <summary>The next mail that is accepted.</summary>
    public async Task<ReceivedMail> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await arrived.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Ends when the server has been asked for what it is silent about.</summary>
    public async Task SilentAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await silences.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await serving;
        closing.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(closing.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // Whoever called hung up, or the server is closed.
            }
        }
    }

    private async Task TalkAsync(Stream line)
    {
        var isEncrypted = line is SslStream;
        var isIn = User is null;
        using var reader = new StreamReader(line, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(line, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (!isEncrypted)
        {
            await writer.WriteLineAsync("220 ready");
        }

        while (await reader.ReadLineAsync(closing.Token) is { } command)
        {
            var word = command.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "STARTTLS")
            {
                await writer.WriteLineAsync("220 go ahead");
                await using var secured = new SslStream(line, leaveInnerStreamOpen: true);
                await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, closing.Token);
                await TalkAsync(secured);
                return;
            }

            if (word == "AUTH")
            {
                isIn = await SignInAsync(command, reader, writer);
                continue;
            }

            var text = word == "DATA" && Answer(word, "354 go on") is ['3', ..] ? await TextAsync(reader, writer) : null;
            var answer = text is not null ? Answer(".", "250 taken") : word switch
            {
                "EHLO" => Answer(word, certificate is not null && !isEncrypted ? "250-here\r\n250 STARTTLS" : User is null ? "250 here" : "250-here\r\n250 AUTH PLAIN LOGIN"),
                "MAIL" when !isIn => "530 sign in first",
                "QUIT" => "221 bye",
                _ => Answer(word, "250 well"),
            };
            if (text is not null && answer is "" or "silence" or ['2', ..])
            {
                var mail = ReceivedMail.Parse(text!);
                accepted.Enqueue(mail);
                if (answer is ['2', ..])
                {
                    arrived.Writer.TryWrite(mail);
                }
            }

            if (answer == "silence")
            {
                silences.Writer.TryWrite(word);
                await Task.Delay(Timeout.Infinite, closing.Token);
            }

            if (answer.Length == 0)
            {
                return;
            }

            await writer.WriteLineAsync(answer);
        }
    }

    private string Answer(string word, string usual) => Answers.GetValueOrDefault(word, usual);

    private static async Task<string> TextAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return text.ToString();
    }

    private async Task<bool> SignInAsync(string command, StreamReader reader, StreamWriter writer)
    {
        var words = command.Split(' ');
        var name = words.Length > 2 ? Plain(words[2]) : "";
        if (words[1].Equals("login", StringComparison.OrdinalIgnoreCase))
        {
            await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
            name = $"\0{name}\0{Plain(await reader.ReadLineAsync() ?? "")}";
        }

        var isIn = name == $"\0{User?.Name}\0{User?.Password}";
        await writer.WriteLineAsync(isIn ? "235 in" : "535 no");
        return isIn;
    }

    private static string Plain(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
