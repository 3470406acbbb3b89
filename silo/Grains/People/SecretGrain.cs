using CohortCourses.Contracts.People;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.People;

[Document("secret", 1)]
internal sealed record SecretDocument(string Kind, string? Account, string? Learner, string? Cohort, DateTimeOffset? ExpiresAt);

/// <summary>The kinds of secrets as they are stored.</summary>
internal static class SecretNames
{
    public static string Name(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "access-token",
        SecretKind.Calendar => "calendar",
        SecretKind.Setup => "setup",
        SecretKind.Confirmation => "confirmation",
        _ => "demo-sign-in",
    };

    public static SecretKind Kind(string name) => Enum.GetValues<SecretKind>().First(kind => Name(kind) == name);
}

[GrainType("secret")]
internal sealed class SecretGrain(
    [PersistentState("secret")] IPersistentState<SecretDocument> document,
    TimeProvider clock) : RecordGrain<SecretDocument>(document), ISecretGrain
{
    public Task Issue(SecretView secret) =>
        Save(new(SecretNames.Name(secret.Kind), secret.Account, secret.Learner, secret.Cohort, secret.ExpiresAt));

    public Task<SecretView?> Get() => Task.FromResult(Record is { } secret && !(secret.ExpiresAt <= clock.GetUtcNow())
        ? new SecretView(SecretNames.Kind(secret.Kind), secret.Account, secret.Learner, secret.Cohort, secret.ExpiresAt)
        : null);

    public Task Revoke() => Clear();
}
