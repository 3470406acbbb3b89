using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CohortCourses.Web.People;

/// <summary>Identity's user manager on the pilot's clock: its own asks the wall clock how long someone is locked out.</summary>
public sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> nameRules,
    IEnumerable<IPasswordValidator<Account>> passphraseRules,
    ILookupNormalizer normaliser,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<AccountManager> log,
    TimeProvider clock)
    : UserManager<Account>(store, options, hasher, nameRules, passphraseRules, normaliser, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.Record.LockedUntil > clock.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var lockout = Options.Lockout;
        var failed = user.Record.FailedSignIns + 1;
        user.Record = failed < lockout.MaxFailedAccessAttempts
            ? user.Record with { FailedSignIns = failed }
            : user.Record with { FailedSignIns = 0, LockedUntil = clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan };
        return await UpdateAsync(user);
    }
}
