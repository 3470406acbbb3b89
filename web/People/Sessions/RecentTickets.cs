using Microsoft.AspNetCore.Authentication;

namespace CohortCourses.Web.People;

/// <summary>
/// Reads the cookies of sessions, each once while it is in use. That a ticket has not run out, and that its account still stands
/// behind it, is asked on every request all the same.
/// </summary>
internal sealed class RecentTickets(ISecureDataFormat<AuthenticationTicket> cookies) : ISecureDataFormat<AuthenticationTicket>
{
    private readonly Recent<AuthenticationTicket> recent = new();

    public string Protect(AuthenticationTicket data) => cookies.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => cookies.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
        {
            return cookies.Unprotect(protectedText, purpose);
        }

        if (recent.Find(protectedText) is { } known)
        {
            return known;
        }

        // What can't be read is not remembered.
        if (cookies.Unprotect(protectedText) is { } ticket)
        {
            recent.Keep(protectedText, ticket);
            return ticket;
        }

        return null;
    }
}
