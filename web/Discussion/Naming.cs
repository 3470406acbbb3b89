using System.Text;
using System.Text.RegularExpressions;
using CohortCourses.Web.Cohorts;

namespace CohortCourses.Web.Discussion;

/// <summary>Between what people type, <c>@Maya</c>, and what is kept: the learner, whatever she calls herself tomorrow.</summary>
public static partial class Naming
{
    /// <summary>How many people one post may name; further ones stay words.</summary>
    private const int MostNamed = 20;

    /// <summary>Turns typed names into learners. The longest name that fits wins; what is nobody's name stays as it is.</summary>
    public static async Task<string> ToLearners(this Rolls rolls, string cohort, string typed)
    {
        if (!typed.Contains('@', StringComparison.Ordinal))
        {
            return typed;
        }

        // Nobody names a learner by id: what looks like it was typed by hand.
        var text = Kept().Replace(typed, "@\u200B{$1}");
        var roll = await rolls.OfAsync(cohort);
        var resolved = new StringBuilder(text.Length);
        var (at, named) = (0, 0);
        while (at < text.Length)
        {
            var found = text[at] == '@' && named < MostNamed && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) ? roll.NamedAt(text, at + 1) : null;
            if (found is null)
            {
                resolved.Append(text[at++]);
                continue;
            }

            resolved.Append("@{").Append(found.Member.Learner).Append('}');
            at += 1 + found.Handle.Length;
            named++;
        }

        return resolved.ToString();
    }

    /// <summary>Turns learners into the names that they go by now, to be edited or read as plain text.</summary>
    /// <param name="mark">What stands before a name. Without one, what was written calls nobody when it is sent again.</param>
    public static string ToNames(string text, Func<string, string> nameOf, string mark = "@") => Kept().Replace(text, found => mark + nameOf(found.Groups[1].Value));

    /// <summary>The learners that a text names.</summary>
    public static IEnumerable<string> NamedIn(string text) => Kept().Matches(text).Select(found => found.Groups[1].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"@\{([A-Za-z0-9_-]{1,64})\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kept();
}
