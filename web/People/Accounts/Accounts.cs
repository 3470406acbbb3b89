using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.People;
using Microsoft.AspNetCore.Identity;

namespace CohortCourses.Web.People;

/// <summary>What making an account came to: the account, or why not.</summary>
public sealed record NewAccount(AccountRecord? Account, Outcome Outcome);

/// <summary>Makes accounts, finds them, and signs people in.</summary>
public sealed class Accounts(AccountManager users, SignInManager<Account> signIn, IPasswordHasher<Account> hasher, IGrainFactory grains)
{
    /// <summary>A hash of nobody's passphrase, so that an unknown name takes as long as a known one.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>(HashingOptions.Wrapped).HashPassword(null!, Secrets.Make()));

    /// <summary>
    /// Makes an account and the learner behind it. The same name with the right passphrase is the same account, so a form that is sent
    /// again after a lost reply goes on where it was; the same name with another one is refused as <c>account.exists</c>.
    /// </summary>
    /// <param name="passphrase">Null for an account that nobody signs in to with a passphrase, as in the demo.</param>
    public async Task<NewAccount> CreateAsync(string name, string? passphrase, PreferencesView preferences, bool organiser = false, string? mail = null)
    {
        var clean = SignInName.Clean(name);
        if (Judge(clean, passphrase) is { Accepted: false } refused)
        {
            return new(null, refused);
        }

        if (await grains.Account(SignInName.Normalise(clean)).Get() is not null)
        {
            return await AgainAsync(clean, passphrase);
        }

        var learner = Guid.NewGuid().ToString("N");
        var registered = await grains.Learner(learner).Register(preferences);
        if (!registered.Accepted)
        {
            return new(null, registered);
        }

        var account = Account.New(clean, learner, mail, organiser);
        var made = await (passphrase is null ? users.CreateAsync(account) : users.CreateAsync(account, passphrase));
        if (made.Succeeded)
        {
            return new(account.Record, Outcome.Ok);
        }

        await grains.Learner(learner).Erase();
        return made.ToOutcome() is { Code: "account.exists" } ? await AgainAsync(clean, passphrase) : new(null, made.ToOutcome());
    }

    /// <summary>The account of that name if the passphrase is its own; null if not, if there is none, and while it is locked.</summary>
    public async Task<AccountRecord?> CheckAsync(string name, string passphrase)
    {
        var account = await users.FindByNameAsync(name);
        if (account is not { Record.PasswordHash: not null } || await users.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(account!, NobodysHash.Value, passphrase);
            return null;
        }

        return (await signIn.CheckPasswordSignInAsync(account, passphrase, lockoutOnFailure: true)).Succeeded ? account.Record : null;
    }

    /// <summary>Signs this browser in, whoever was signed in before.</summary>
    public static Task SignInAs(HttpContext context, AccountRecord account) => Session.BeginAsync(context, account);

    /// <summary>Ends every session of an account, wherever it is open. Tokens and calendar links stay.</summary>
    public async Task<AccountRecord?> EndSessionsAsync(AccountRecord account)
    {
        if (await users.FindByIdAsync(account.NormalisedName) is not { } found)
        {
            return null;
        }

        var ended = await users.UpdateSecurityStampAsync(found);
        return ended.Succeeded ? found.Record : null;
    }

    /// <summary>Gives an account another passphrase, which ends every session of it.</summary>
    /// <param name="current">The passphrase it has; not looked at if it has none.</param>
    public async Task<NewAccount> ChangePassphraseAsync(AccountRecord account, string current, string passphrase)
    {
        if (PassphraseRules.Check(passphrase, account.SignInName) is { Accepted: false } refused)
        {
            return new(null, refused);
        }

        if (account.PasswordHash is not null && await CheckAsync(account.SignInName, current) is null)
        {
            return new(null, Outcome.Refused("passphrase.wrong"));
        }

        if (await users.FindByIdAsync(account.NormalisedName) is not { } found)
        {
            return new(null, Outcome.Refused("account.stale"));
        }

        found.Record = found.Record with { PasswordHash = hasher.HashPassword(found, passphrase) };
        var changed = await users.UpdateSecurityStampAsync(found);
        return changed.Succeeded ? new(found.Record, Outcome.Ok) : new(null, changed.ToOutcome());
    }

    /// <summary>
    /// Gives an account another passphrase without asking for the one before, which ends every session of it and every wait after wrong tries. The
    /// name must be that of the learner whom the link is for; a wrong one is refused alike, whoever has it or nobody.
    /// </summary>
    /// <param name="useLink">Uses the link up; false if somebody did before.</param>
    public async Task<NewAccount> ReplacePassphraseAsync(string learner, string name, string passphrase, Func<Task<bool>> useLink)
    {
        if (await users.FindByNameAsync(name) is not { } found || found.Record.Learner != learner)
        {
            return new(null, Outcome.Refused("passphrase-link.no-match"));
        }

        // The link goes first: should the process die in between, another link can be made, and none was ever used twice.
        if (!await useLink())
        {
            return new(null, Outcome.Refused("passphrase-link.over"));
        }

        found.Record = found.Record with { PasswordHash = hasher.HashPassword(found, passphrase), FailedSignIns = 0, LockedUntil = null };
        var replaced = await users.UpdateSecurityStampAsync(found);
        return replaced.Succeeded ? new(found.Record, Outcome.Ok) : new(null, replaced.ToOutcome());
    }

    private static Outcome Judge(string name, string? passphrase) =>
        SignInName.Check(name) is { Accepted: false } refused ? refused
        : passphrase is null ? Outcome.Ok
        : PassphraseRules.Check(passphrase, name);

    private async Task<NewAccount> AgainAsync(string name, string? passphrase) =>
        passphrase is not null && await CheckAsync(name, passphrase) is { } same
            ? new(same, Outcome.Ok)
            : new(null, Outcome.Refused("account.exists"));
}
