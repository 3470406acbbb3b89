using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Live;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortCourses.Tests.Web.Live;

/// <summary>A browser, as far as the hub knows it. It takes its messages at once, or one by one when it is let.</summary>
internal sealed class Browser : HubConnectionContext
{
    private readonly Channel<JsonElement> told = Channel.CreateUnbounded<JsonElement>();
    private readonly bool takesAtOnce;
    private TaskCompletionSource? taking;

    public Browser(LiveOptions? options = null, bool takesAtOnce = true, string learner = "learner")
        : base(Connection(learner), new HubConnectionContextOptions(), NullLoggerFactory.Instance)
    {
        this.takesAtOnce = takesAtOnce;
        Reader = new(this, options ?? new());
    }

    public LiveReader Reader { get; }

    public bool IsCutOff { get; private set; }

    /// <summary>How many messages were written to it and not read here yet.</summary>
    public int Unread => told.Reader.Count;

    /// <summary>The next message: its name and its argument, if it has one.</summary>
    public async Task<(string Method, JsonElement Argument)> Told()
    {
        var message = await told.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return (message.GetProperty("target").GetString()!, message.GetProperty("arguments").EnumerateArray().FirstOrDefault());
    }

    /// <summary>Takes the message that is on its way.</summary>
    public void Take() => (taking ?? throw new InvalidOperationException("Nothing is on its way."))!.SetResult();

    public override void Abort() => IsCutOff = true;

    public override ValueTask WriteAsync(SerializedHubMessage message, CancellationToken cancellationToken = default)
    {
        var bytes = message.GetSerializedMessage(new JsonHubProtocol());
        told.Writer.TryWrite(JsonElement.Parse(Encoding.UTF8.GetString(bytes.Span[..^1])));
        taking = takesAtOnce ? null : new();
        return taking is null ? default : new(taking.Task);
    }

    private static DefaultConnectionContext Connection(string learner)
    {
        var http = new DefaultHttpContext();
        http.Features.Set(new AccountRecord("amina", "AMINA", learner, null, false, null, "stamp", "", 0, null, []));
        var connection = new DefaultConnectionContext();
        connection.Features.Set<IHttpContextFeature>(new HttpOf(http));
        return connection;
    }

    private sealed class HttpOf(HttpContext context) : IHttpContextFeature
    {
        public HttpContext? HttpContext { get; set; } = context;
    }
}
