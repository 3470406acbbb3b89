using CohortCourses.Contracts.People;

namespace CohortCourses.Web.People;

/// <summary>An account while Identity works on it: what was read from the vault, and what shall be written.</summary>
public sealed class Account(AccountRecord record, string? storedStamp = null)
{
    public AccountRecord Record { get; internal set; } = record;

    /// <summary>The concurrency stamp that was read; null for an account that is not in the vault yet.</summary>
    internal string? StoredStamp { get; set; } = storedStamp;

    /// <summary>An account to create; Identity fills in the rest.</summary>
    public static Account New(string signInName, string learner, string? mail, bool organiser) => new(new(
        signInName, NormalisedName: "", learner, mail, organiser, PasswordHash: null, SecurityStamp: "", ConcurrencyStamp: "", FailedSignIns: 0, LockedUntil: null, Secrets: []));
}
