namespace CohortCourses.Contracts.People;

/// <summary>The vault: what identifies a person, keyed by the normalised sign-in name. Beyond it there are learner ids only.</summary>
[Alias("account")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>The account, or null.</summary>
    [ReadOnly, Alias("get")]
    Task<AccountRecord?> Get();

    /// <summary>Writes the account if nobody else did since it was read.</summary>
    /// <param name="account">The whole account with a new <see cref="AccountRecord.ConcurrencyStamp"/>.</param>
    /// <param name="expectedStamp">The stamp that was read; null says that there must be no account yet. Otherwise refused as <c>account.stale</c>, or <c>account.exists</c>.</param>
    [Alias("save")]
    Task<Outcome> Save(AccountRecord account, string? expectedStamp);

    [Alias("erase")]
    Task Erase();
}

/// <summary>An account as ASP.NET Core Identity needs it.</summary>
[GenerateSerializer, Immutable, Alias("account.record")]
public sealed record AccountRecord(
    string SignInName,
    string NormalisedName,
    string Learner,
    string? Mail,
    bool IsOrganiser,
    string? PasswordHash,
    string SecurityStamp,
    string ConcurrencyStamp,
    int FailedSignIns,
    DateTimeOffset? LockedUntil,
    ImmutableArray<SecretReference> Secrets);

/// <summary>A secret that an account holds, so that it can be listed and revoked.</summary>
/// <param name="Hash">The key of its <see cref="ISecretGrain"/>.</param>
/// <param name="Cohort">For a link of a cohort: which.</param>
[GenerateSerializer, Immutable, Alias("account.secret")]
public sealed record SecretReference(string Hash, SecretKind Kind, string Label, string? Cohort, DateTimeOffset CreatedAt);

[GenerateSerializer, Alias("secret.kind")]
public enum SecretKind
{
    /// <summary>A personal access token for the API.</summary>
    AccessToken,

    /// <summary>A link that shows a learner's calendar of one cohort.</summary>
    Calendar,

    /// <summary>The one-time link that makes the first organiser.</summary>
    Setup,

    /// <summary>A sign-in link of the demo.</summary>
    DemoSignIn,

    /// <summary>A link that shows that a learner completed the course in one cohort.</summary>
    Confirmation,
}

/// <summary>A secret link or token, keyed by the SHA-256 hash of its value, in lower-case hexadecimal.</summary>
[Alias("secret")]
public interface ISecretGrain : IGrainWithStringKey
{
    [Alias("issue")]
    Task Issue(SecretView secret);

    /// <summary>The secret, or null if it was never made, was revoked, or has expired.</summary>
    [ReadOnly, Alias("get")]
    Task<SecretView?> Get();

    [Alias("revoke")]
    Task Revoke();
}

/// <summary>What a secret opens.</summary>
/// <param name="Account">The normalised sign-in name behind it; null for a setup link and for a link of a cohort.</param>
/// <param name="Cohort">For a link of a cohort: which.</param>
/// <param name="ExpiresAt">Null: until it is revoked.</param>
[GenerateSerializer, Immutable, Alias("secret.view")]
public sealed record SecretView(SecretKind Kind, string? Account, string? Learner, string? Cohort, DateTimeOffset? ExpiresAt);
