using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using Microsoft.AspNetCore.Identity;

namespace CohortCourses.Web.People;

/// <summary>Identity's store over the vault. A user's id is the normalised sign-in name.</summary>
internal sealed class AccountStore(IGrainFactory grains) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.NormalisedName);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.SignInName);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        Set(user, user.Record with { SignInName = userName ?? "" });

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Record.NormalisedName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Set(user, user.Record with { NormalisedName = normalizedName ?? "" });

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => Save(user);

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Save(user);

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await grains.Account(user.Record.NormalisedName).Erase();
        return IdentityResult.Success;
    }

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => FindByNameAsync(userId, cancellationToken);

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await grains.Account(normalizedUserName).Get() is { } record ? new(record, record.ConcurrencyStamp) : null;

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(user, user.Record with { PasswordHash = passwordHash });

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) =>
        Set(user, user.Record with { SecurityStamp = stamp });

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(user, user.Record with { LockedUntil = lockoutEnd });

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        user.Record = user.Record with { FailedSignIns = user.Record.FailedSignIns + 1 };
        return Task.FromResult(user.Record.FailedSignIns);
    }

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        Set(user, user.Record with { FailedSignIns = 0 });

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private static Task Set(Account user, AccountRecord changed)
    {
        user.Record = changed;
        return Task.CompletedTask;
    }

    private async Task<IdentityResult> Save(Account user)
    {
        var stamped = user.Record with { ConcurrencyStamp = Guid.NewGuid().ToString("N") };
        var saved = await grains.Account(stamped.NormalisedName).Save(stamped, user.StoredStamp);
        if (!saved.Accepted)
        {
            return IdentityResult.Failed(new IdentityError { Code = saved.Code! });
        }

        (user.Record, user.StoredStamp) = (stamped, stamped.ConcurrencyStamp);
        return IdentityResult.Success;
    }
}
