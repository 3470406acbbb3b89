using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using Microsoft.AspNetCore.Identity;

namespace CohortCourses.Web.People;

/// <summary>Between Identity's errors and the refusals of the house; the codes are the same.</summary>
internal static class PeopleRefusals
{
    public static Outcome With(string code, params ReadOnlySpan<(string Name, int Value)> args)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            named[name] = value.ToString(CultureInfo.InvariantCulture);
        }

        return new(code, named.ToImmutable());
    }

    public static IdentityResult ToResult(Outcome outcome) =>
        outcome.Accepted ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = outcome.Code! });

    public static Outcome ToOutcome(this IdentityResult result) =>
        result.Succeeded ? Outcome.Ok : Outcome.Refused(result.Errors.First().Code);
}
