namespace CohortCourses.Contracts.People;

/// <summary>The one link by which a person who forgot their passphrase chooses another, keyed by learner id. Part of the vault.</summary>
[Alias("passphrase-link")]
public interface IPassphraseLinkGrain : IGrainWithStringKey
{
    /// <summary>Puts a link in force; the one before it ends. The same one twice is once.</summary>
    /// <param name="hash">The SHA-256 of the link's token, in lower-case hexadecimal. The token itself is kept nowhere.</param>
    [Alias("issue")]
    Task Issue(string hash, DateTimeOffset expiresAt);

    /// <summary>Whether that link is in force.</summary>
    [ReadOnly, Alias("opens")]
    Task<bool> Opens(string hash);

    /// <summary>Uses the link up.</summary>
    /// <returns>True for the first that comes with a link in force, false for whoever comes after.</returns>
    [Alias("use")]
    Task<bool> Use(string hash);

    /// <summary>Ends the link, if there is one.</summary>
    [Alias("revoke")]
    Task Revoke();
}
