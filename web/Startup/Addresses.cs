using System.Net;

namespace CohortCourses.Web.Startup;

/// <summary>Where to listen, as it was typed.</summary>
internal static class Addresses
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The setting for the names that requests may call this server by.</summary>
    public const string AllowedHosts = "AllowedHosts";

    /// <summary>The names of this computer for itself. Others are refused in the demo, so that no page elsewhere can lead a browser here by a name of its own.</summary>
    public const string Loopback = "localhost;127.0.0.1;[::1]";

    /// <summary>What is wrong with an address in the list, if anything.</summary>
    public static IReadOnlyList<BindingAddress> Parse(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Address).ToList();
        return addresses.Count > 0 ? addresses : throw new Complaint($"--urls names no address. Write it like {Default}.");
    }

    /// <summary>Everyone who reaches the demo can sign in as anyone, so only this computer may.</summary>
    public static void CheckLoopback(string urls)
    {
        if (Parse(urls).FirstOrDefault(address => !IsLoopback(address)) is { } open)
        {
            throw new Complaint(
                $"The demo cannot listen on {open}: whoever reaches it can sign in as anyone, so it stays on this computer. Leave out --urls, or name a loopback address such as {Default}.");
        }
    }

    private static BindingAddress Address(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.PathBase.Length == 0 && address.Scheme is "http" or "https" ? address : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new Complaint($"'{url}' is no address to listen on. Write it like {Default}, several with ';' between them.");
        }
    }

    private static bool IsLoopback(BindingAddress address) =>
        string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
