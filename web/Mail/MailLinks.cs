using Microsoft.AspNetCore.Http.Features;
using System.Globalization;
using System.Security.Cryptography;
using CohortCourses.Contracts.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CohortCourses.Web.Mail;

/// <summary>
/// The addresses in mail. Those that act without signing in hold what they are for, encrypted with the keys in the data folder, so
/// nobody can make or read one, and none has to be kept.
/// </summary>
public sealed class MailLinks(IDataProtectionProvider protection, MailOptions options, IServer server, TimeProvider clock)
{
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromDays(3);

    private readonly IDataProtector stop = protection.CreateProtector("mail.stop");
    private readonly IDataProtector confirm = protection.CreateProtector("mail.confirm");

    private Uri Site => options.Site ?? Here(new(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));

    public Uri To(string path) => new(Site, path);

    /// <summary>The way out of one kind of mail.</summary>
    public Uri Stop(string learner, LetterKind kind) => To($"/mail/stop/{stop.Protect($"{learner} {kind}")}");

    /// <summary>The question whether an address is the learner's own.</summary>
    public Uri Confirm(string learner, string address) =>
        To($"/mail/confirm/{confirm.Protect(string.Create(CultureInfo.InvariantCulture, $"{learner} {(clock.GetUtcNow() + ConfirmWithin).ToUnixTimeSeconds()} {address}"))}");

    /// <summary>Whose mail of which kind is to stop; null for a link that we never made.</summary>
    public (string Learner, LetterKind Kind)? ReadStop(string token) =>
        Open(stop, token)?.Split(' ') is [var learner, var kind] && Enum.TryParse<LetterKind>(kind, out var known) ? (learner, known) : null;

    /// <summary>Whose address it is; null for a link that we never made or that is too old.</summary>
    public (string Learner, string Address)? ReadConfirm(string token) =>
        Open(confirm, token)?.Split(' ', count: 3) is [var learner, var until, var address]
        && clock.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture))
            ? (learner, address)
            : null;

    /// <summary>Who listens on every address can be reached on this computer by its own name.</summary>
    private static Uri Here(Uri listening) => listening.Host is "0.0.0.0" or "[::]" ? new UriBuilder(listening) { Host = "localhost" }.Uri : listening;

    private static string? Open(IDataProtector protector, string token)
    {
        try
        {
            return protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
