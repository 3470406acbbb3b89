using System.Globalization;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Web.Shared;
using Microsoft.AspNetCore.Identity;

namespace CohortCourses.Web.People;

/// <summary>The name that someone signs in with, in any script: a word of their own or a mail address. Nobody else ever sees it.</summary>
public sealed class SignInName : ILookupNormalizer, IUserValidator<Account>
{
    public const int Shortest = 3;

    public const int Longest = 64;

    public static Outcome Check(string name)
    {
        var clean = Clean(name);
        return new StringInfo(clean).LengthInTextElements is < Shortest or > Longest || clean.Length > Longest * 2
            ? PeopleRefusals.With("account.name-length", ("least", Shortest), ("most", Longest))
            : clean.EnumerateRunes().All(IsUsable) ? Outcome.Ok : Outcome.Refused("account.name-letters");
    }

    /// <summary>The key of the account: equal for names that differ in capitals, width or the way accents are composed only.</summary>
    public static string Normalise(string name) => Clean(name).Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>The name without what only looks like nothing.</summary>
    public static string Clean(string name) => TypedText.Whole(name).Trim().Normalize(NormalizationForm.FormC);

    public string? NormalizeName(string? name) => name is null ? null : Normalise(name);

    public string? NormalizeEmail(string? email) => email;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) => Task.FromResult(PeopleRefusals.ToResult(Check(user.Record.SignInName)));

    private static bool IsUsable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
