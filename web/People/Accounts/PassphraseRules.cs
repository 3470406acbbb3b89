using System.Collections.Frozen;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Web.Shared;
using Microsoft.AspNetCore.Identity;

namespace CohortCourses.Web.People;

/// <summary>What a passphrase must be: long. Which characters it is made of is nobody's business, as long as it can't be guessed in a few tries.</summary>
public sealed class PassphraseRules : IPasswordValidator<Account>
{
    public const int Shortest = 10;

    public const int Longest = 200;

    private const int FewestCharacters = 5;

    private static readonly FrozenSet<string> Common = new[]
    {
        "password", "passphrase", "passwort", "motdepasse", "contrasena", "senha", "parola", "mypassword", "thepassword", "newpassword",
        "letmein", "letmeinnow", "iloveyou", "iloveyoutoo", "welcome", "welcomeback", "changeme", "changemenow", "trustno1", "opensesame",
        "qwerty", "qwertyuiop", "qwertz", "azerty", "azertyuiop", "asdfghjkl", "asdfghjklm", "zxcvbnm", "qazwsxedc", "onetwothree",
        "abcdefghij", "abcdefghijk", "abcdefghijkl", "abcabcabc", "alphabet", "computer", "internet", "football", "baseball", "basketball",
        "superman", "spiderman", "sunshine", "princess", "dragon", "monkey", "starwars", "whatever", "nothing", "secret", "supersecret",
        "topsecret", "administrator", "administrateur", "organiser", "organisateur", "participant", "instructor", "evaluator",
        "cohortcourses", "wikipedia", "wikimedia", "wikilearn", "correcthorsebatterystaple", "thequickbrownfox", "tobeornottobe",
        "كلمةالسر", "كلمةالمرور", "bismillah", "alhamdulillah",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Outcome Check(string passphrase, string signInName) => passphrase switch
    {
        { Length: < Shortest } => PeopleRefusals.With("passphrase.too-short", ("least", Shortest)),
        { Length: > Longest } => PeopleRefusals.With("passphrase.too-long", ("most", Longest)),
        _ when Resembles(passphrase, signInName) => Outcome.Refused("passphrase.is-name"),
        _ when IsCommon(passphrase) => Outcome.Refused("passphrase.common"),
        _ => Outcome.Ok,
    };

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(PeopleRefusals.ToResult(Check(password ?? "", user.Record.SignInName)));

    /// <summary>The name itself, in other capitals, or with digits and signs around it.</summary>
    private static bool Resembles(string passphrase, string signInName) =>
        SignInName.Normalise(passphrase) == SignInName.Normalise(signInName) || (Letters(signInName) is { Length: > 0 } name && Letters(passphrase) == name);

    private static bool IsCommon(string passphrase) =>
        passphrase.EnumerateRunes().Distinct().Count() < FewestCharacters || IsRun(passphrase) || Common.Contains(Letters(passphrase));

    /// <summary>Neighbours all along, forward or back: 1234567890, abcdefghij.</summary>
    private static bool IsRun(string passphrase) =>
        passphrase.Zip(passphrase.Skip(1), (left, right) => Math.Abs(right - left)).Count(step => step > 1) <= 1;

    private static string Letters(string text) =>
        string.Concat(TypedText.Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().Where(Rune.IsLetter).Select(rune => rune.ToString()));
}
