using System.Net;
using System.Net.Sockets;

namespace CohortCourses.Web.People;

/// <summary>What is throttled: signing in, by name and by address; and guessing links and tokens, by address.</summary>
public sealed class Throttles(TimeProvider clock)
{
    public const int MostTries = 5;

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    /// <summary>By name, known or not: both must feel the same.</summary>
    public Throttle Names { get; } = new(clock, MostTries, Wait);

    /// <summary>By address; a whole course may sit behind one.</summary>
    public AddressThrottle Addresses { get; } = new(new(clock, most: 30, Wait));

    /// <summary>Links that are sent to an address which may be somebody else's, and sign-in names tried with a link for another passphrase, by learner.</summary>
    public Throttle Links { get; } = new(clock, MostTries, TimeSpan.FromHours(1));

    public AddressThrottle Guesses { get; } = new(new(clock, most: 30, Wait));
}

/// <summary>A throttle by where a request comes from. Neighbours in one IPv6 network count as one.</summary>
public sealed class AddressThrottle(Throttle throttle)
{
    private const int NetworkBytes = 8;

    public TimeSpan? Wait(HttpContext context) => throttle.Wait(KeyOf(context));

    public TimeSpan? Enter(HttpContext context) => throttle.Enter(KeyOf(context));

    public void Leave(HttpContext context) => throttle.Leave(KeyOf(context));

    private static string KeyOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexStringLower(six.GetAddressBytes().AsSpan(0, NetworkBytes)),
        var four => four.MapToIPv4().ToString(),
    };
}
