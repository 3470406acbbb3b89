using System.Collections.Immutable;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.Mail;
using NodaTime;

namespace CohortCourses.Domain.Learners;

/// <summary>What a learner prefers, for all their cohorts.</summary>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Zone">An IANA zone.</param>
/// <param name="Mail">Whether mail is wanted at all.</param>
/// <param name="Mentions">Whether mail is wanted as soon as somebody names them.</param>
public sealed record Preferences(string Language, string Zone, bool Mail, DigestRhythm Digest = DigestRhythm.Weekly, bool Mentions = true)
{
    public Rejection? Check() =>
        Zones.Find(Zone) is null ? EnrolmentRejections.UnknownZone
        : IsTag(Language) ? null
        : EnrolmentRejections.UnknownLanguage;

    /// <summary>Whether it has the shape of a BCP 47 tag: subtags of one to eight letters or digits, 35 characters at most.</summary>
    private static bool IsTag(string language) =>
        language.Length <= 35 && language.Split('-').All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit));
}

/// <summary>A person as the courses know them: an id without a name, their preferences, and their place in each cohort.</summary>
public sealed record Learner(Instant Since, Preferences Preferences, ImmutableSortedDictionary<string, Enrolment> Enrolments)
{
    public const int MostCohorts = 20;

    public static Decision<Learner> Register(Learner? existing, Preferences preferences, Instant now) => existing switch
    {
        not null => Decision.Unchanged(existing),
        null when preferences.Check() is { } refused => refused,
        null => new Learner(now, preferences, ImmutableSortedDictionary.Create<string, Enrolment>(StringComparer.Ordinal)),
    };

    public Decision<Learner> Prefer(Preferences preferences) =>
        preferences.Check() is { } refused ? refused
        : preferences == Preferences ? Decision.Unchanged(this)
        : this with { Preferences = preferences };

    public Decision<Learner> Enrol(string cohort, Enrolment enrolment) => this switch
    {
        _ when Enrolments.ContainsKey(cohort) => Decision.Unchanged(this),
        _ when Enrolments.Count >= MostCohorts => EnrolmentRejections.TooManyCohorts,
        _ => this with { Enrolments = MarkContinued(enrolment.CarriedFrom, cohort).Add(cohort, enrolment) },
    };

    public Decision<Learner> Leave(string cohort) =>
        Enrolments.ContainsKey(cohort) ? this with { Enrolments = Enrolments.Remove(cohort) } : Decision.Unchanged(this);

    /// <summary>Applies a rule to one enrolment.</summary>
    public Decision<Learner> In(string cohort, Func<Enrolment, Decision<Enrolment>> rule)
    {
        if (!Enrolments.TryGetValue(cohort, out var enrolment))
        {
            return EnrolmentRejections.NotEnrolled;
        }

        var decision = rule(enrolment);
        return decision.Rejection is { } refused ? refused
            : decision is { Changed: true, State: { } changed } ? this with { Enrolments = Enrolments.SetItem(cohort, changed) }
            : Decision.Unchanged(this);
    }

    private ImmutableSortedDictionary<string, Enrolment> MarkContinued(string? from, string cohort) =>
        from is not null && Enrolments.TryGetValue(from, out var earlier)
            ? Enrolments.SetItem(from, earlier with { ContinuedIn = cohort })
            : Enrolments;
}
