using System.Net.Sockets;
using CohortCourses.Hosting;
using Microsoft.AspNetCore.Connections;

namespace CohortCourses.Web.Startup;

/// <summary>Something that whoever types the command can mend. The message says what is wrong and the way out, in one line.</summary>
public sealed class Complaint(string message) : Exception(message)
{
    /// <summary>The sentence for an error that is not a bug; null for one that is.</summary>
    public static string? Of(Exception error, string urls) => error switch
    {
        Complaint => error.Message,
        IOException { InnerException: AddressInUseException } => $"Something already listens on {urls}. Stop it, or choose another address with --urls.",
        IOException { InnerException: SocketException { SocketErrorCode: SocketError.AccessDenied } } or SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"This user may not listen on {urls}. Choose a port above 1023 with --urls.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } or IOException { InnerException: SocketException { SocketErrorCode: SocketError.AddressNotAvailable } } =>
            $"This computer has no address {urls}. Choose another one with --urls.",
        InvalidOperationException when urls.Contains("https:", StringComparison.OrdinalIgnoreCase) =>
            $"There is no certificate for {urls}. Serve http and put a proxy that speaks https in front, or name a certificate in ASPNETCORE_Kestrel__Certificates__Default__Path.",
        AggregateException { InnerException: { } inner } => Of(inner, urls),
        _ => DataCommands.Explain(error),
    };
}
