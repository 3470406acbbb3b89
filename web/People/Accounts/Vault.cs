using CohortCourses.Contracts;
using CohortCourses.Contracts.People;

namespace CohortCourses.Web.People;

/// <summary>Changes accounts where Identity has no word for it: mail address, secrets, the organiser's place.</summary>
public sealed class Vault(IGrainFactory grains, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>Changes an account as it is now. Whoever else changed it meanwhile is not overwritten: the change is made again on theirs.</summary>
    public async Task<Outcome> ChangeAsync(string normalisedName, Func<AccountRecord, AccountRecord> change)
    {
        var outcome = Outcome.Refused("account.stale");
        for (var attempt = 0; attempt < MostTries && outcome.Code == "account.stale"; attempt++)
        {
            if (await grains.Account(normalisedName).Get() is not { } account)
            {
                return Outcome.Refused("learner.unknown");
            }

            var changed = change(account);
            if (changed == account)
            {
                return Outcome.Ok;
            }

            outcome = await grains.Account(normalisedName).Save(changed with { ConcurrencyStamp = Guid.NewGuid().ToString("N") }, account.ConcurrencyStamp);
        }

        return outcome;
    }

    /// <summary>
    /// Puts a token in force. The account lists it first, so that there is never one that nobody can revoke. The same token twice is one.
    /// </summary>
    /// <param name="cohort">For a link of a cohort: which. A new link takes the place of the one before of its kind, and says nothing of the account behind it.</param>
    public async Task<Outcome> IssueAsync(AccountRecord account, SecretKind kind, string token, string label, string? cohort = null)
    {
        var hash = Secrets.Hash(token);
        var before = cohort is null ? null : account.Secrets.FirstOrDefault(held => held.Kind == kind && held.Cohort == cohort && held.Hash != hash);
        if (before is not null)
        {
            await RevokeAsync(account, before.Hash);
        }

        var listed = await ChangeAsync(account.NormalisedName, current => current.Secrets.Any(held => held.Hash == hash)
            ? current
            : current with { Secrets = current.Secrets.Add(new(hash, kind, label, cohort, clock.GetUtcNow())) });
        if (listed.Accepted)
        {
            await grains.Secret(hash).Issue(new(kind, cohort is null ? account.NormalisedName : null, account.Learner, cohort, ExpiresAt: null));
        }

        return listed;
    }

    /// <summary>Puts a token that the account holds out of force. Twice is once.</summary>
    public async Task<Outcome> RevokeAsync(AccountRecord account, string hash)
    {
        if (account.Secrets.All(held => held.Hash != hash))
        {
            return Outcome.Ok;
        }

        await grains.Secret(hash).Revoke();
        return await ChangeAsync(account.NormalisedName, current => current with { Secrets = current.Secrets.RemoveAll(held => held.Hash == hash) });
    }

    /// <summary>Puts the links that an account holds for a cohort out of force: those of one kind, or all.</summary>
    public async Task EndLinksAsync(AccountRecord account, string cohort, SecretKind? kind = null)
    {
        foreach (var held in account.Secrets.Where(held => held.Cohort == cohort && (kind is null || held.Kind == kind)))
        {
            await RevokeAsync(account, held.Hash);
        }
    }

    /// <summary>Makes someone the organiser of the installation if there is none, which ends their sessions.</summary>
    /// <returns>The account as it is then, or why not.</returns>
    public async Task<NewAccount> AppointAsync(AccountRecord account)
    {
        // First the account, then the installation: a crash in between leaves an organiser who can use the link again, never a place without one.
        var marked = await MarkAsync(account, organiser: true);
        if (!marked.Accepted)
        {
            return new(null, marked);
        }

        var appointed = await grains.Catalog().AppointOrganiser(account.Learner);
        if (!appointed.Accepted)
        {
            await MarkAsync(account, organiser: false);
            return new(null, appointed);
        }

        return new(await grains.Account(account.NormalisedName).Get(), Outcome.Ok);
    }

    private Task<Outcome> MarkAsync(AccountRecord account, bool organiser) => ChangeAsync(account.NormalisedName, current => current.IsOrganiser == organiser
        ? current
        : current with { IsOrganiser = organiser, SecurityStamp = Secrets.Make() });
}
