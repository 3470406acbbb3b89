using System.Net.Mail;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CohortCourses.Web.People;

/// <summary>A new account as it was typed.</summary>
public record AccountForm : PreferencesForm
{
    public string? Name { get; init; }

    /// <summary>Never shown again, not even to who typed it.</summary>
    public string? Passphrase { get; init; }

    /// <summary>Notes what has to be mended.</summary>
    /// <returns>Whether nothing has.</returns>
    public new bool Check(ModelStateDictionary errors, Words words)
    {
        Note(SignInName.Check(Name ?? ""), "name");
        Note(PassphraseRules.Check(Passphrase ?? "", Name ?? ""), "passphrase");
        return base.Check(errors, words);

        void Note(Outcome outcome, string field)
        {
            if (!outcome.Accepted)
            {
                errors.AddModelError(field, words.Explain(outcome));
            }
        }
    }

    /// <summary>The field that a refusal speaks of.</summary>
    public static string? FieldOf(string? code) => code switch
    {
        "account.exists" or "account.name-length" or "account.name-letters" => "name",
        { } passphrase when passphrase.StartsWith("passphrase.", StringComparison.Ordinal) => "passphrase",
        { } handle when handle.StartsWith("handle.", StringComparison.Ordinal) => "handle",
        "learner.zone" => "zone",
        "learner.language" => "language",
        _ => null,
    };
}

/// <summary>What someone prefers, and where mail reaches them, as it was typed.</summary>
public record PreferencesForm
{
    private const int LongestMail = 254;

    public string? Language { get; init; }

    public string? Zone { get; init; }

    /// <summary>A mail address, or nothing: no mail is fine.</summary>
    public string? Mail { get; init; }

    public string? MailOrNull => string.IsNullOrWhiteSpace(Mail) ? null : Mail.Trim();

    public PreferencesView Preferences(bool mail) => new(Language ?? "", Zone ?? "", mail);

    public bool Check(ModelStateDictionary errors, Words words)
    {
        if (Languages.All.All(language => language.Tag != Language))
        {
            errors.AddModelError("language", words["refusal.learner.language"]);
        }

        if (!ZoneList.Has(Zone))
        {
            errors.AddModelError("zone", words["refusal.learner.zone"]);
        }

        if (MailOrNull is { } mail && (mail.Length > LongestMail || !MailAddress.TryCreate(mail, out var parsed) || parsed.Address != mail || !parsed.Host.Contains('.', StringComparison.Ordinal)))
        {
            errors.AddModelError("mail", words["refusal.account.mail"]);
        }

        return errors.IsValid;
    }
}
