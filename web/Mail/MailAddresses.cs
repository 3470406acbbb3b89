using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Mail;

/// <summary>Keeps the address that someone named, and asks there whether it is theirs.</summary>
public sealed class MailAddresses(IGrainFactory grains, Vault vault, Postman postman)
{
    /// <summary>Names an address, or none. Another one than before has to be confirmed before anything else goes there.</summary>
    public async Task<Outcome> NameAsync(AccountRecord account, string? address)
    {
        if (address == account.Mail)
        {
            return Outcome.Ok;
        }

        // First where mail goes, then what the account says: cut short in between, nothing goes where it is not wanted any more.
        if (address is null)
        {
            await grains.Mailbox(account.Learner).Close();
        }
        else
        {
            await grains.Mailbox(account.Learner).Name(address);
        }

        var kept = await vault.ChangeAsync(account.NormalisedName, current => current with { Mail = address });
        return kept.Accepted && address is not null ? await AskAsync(account.Learner, address, Guid.CreateVersion7().ToString()) : kept;
    }

    /// <summary>Asks for the first time, after an account was made with an address.</summary>
    public Task<Outcome> AskAsync(AccountRecord account) =>
        account.Mail is { } address ? AskAsync(account.Learner, address, id: "first") : Task.FromResult(Outcome.Ok);

    /// <summary>Asks whether an address is the person's own, unless they have said so.</summary>
    /// <param name="id">The same one twice asks once.</param>
    public async Task<Outcome> AskAsync(string learner, string address, string id)
    {
        await grains.Mailbox(learner).Name(address);
        return await grains.Mailbox(learner).Get() is { ConfirmedAt: null }
            ? await postman.SendAsync(new($"confirmation/{learner}/{id}", learner, LetterKind.Confirmation, Zone: null))
            : Outcome.Ok;
    }
}
