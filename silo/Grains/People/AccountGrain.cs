using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Domain.People;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.People;

/// <summary>The vault's document: the only one that says who someone is.</summary>
[Document("account", 1)]
internal sealed record AccountDocument(
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
    ImmutableArray<SecretLine> Secrets);

internal sealed record SecretLine(string Hash, string Kind, string Label, string? Cohort, DateTimeOffset CreatedAt);

[GrainType("account")]
internal sealed class AccountGrain([PersistentState("account")] IPersistentState<AccountDocument> document)
    : RecordGrain<AccountDocument>(document), IAccountGrain
{
    private AccountRecord? account;

    /// <remarks>Every request of a signed-in person asks, so the answer is kept.</remarks>
    public Task<AccountRecord?> Get() => Task.FromResult(account ??= Record is { } stored ? ToRecord(stored) : null);

    public async Task<Outcome> Save(AccountRecord account, string? expectedStamp)
    {
        var stored = Record?.ConcurrencyStamp;
        if (stored == account.ConcurrencyStamp)
        {
            return Outcome.Ok;
        }

        if (stored != expectedStamp)
        {
            return Outcome.Refused(expectedStamp is null ? "account.exists" : "account.stale");
        }

        if (SecretLimits.Check(account.Secrets.Length) is { } refused)
        {
            return refused.ToOutcome();
        }

        await Save(ToDocument(account));
        this.account = account;
        return Outcome.Ok;
    }

    public async Task Erase()
    {
        await Clear();
        account = null;
    }

    private static AccountRecord ToRecord(AccountDocument account) => new(
        account.SignInName,
        account.NormalisedName,
        account.Learner,
        account.Mail,
        account.IsOrganiser,
        account.PasswordHash,
        account.SecurityStamp,
        account.ConcurrencyStamp,
        account.FailedSignIns,
        account.LockedUntil,
        [.. account.Secrets.Select(secret => new SecretReference(secret.Hash, SecretNames.Kind(secret.Kind), secret.Label, secret.Cohort, secret.CreatedAt))]);

    private static AccountDocument ToDocument(AccountRecord account) => new(
        account.SignInName,
        account.NormalisedName,
        account.Learner,
        account.Mail,
        account.IsOrganiser,
        account.PasswordHash,
        account.SecurityStamp,
        account.ConcurrencyStamp,
        account.FailedSignIns,
        account.LockedUntil,
        [.. account.Secrets.Select(secret => new SecretLine(secret.Hash, SecretNames.Name(secret.Kind), secret.Label, secret.Cohort, secret.CreatedAt))]);
}
