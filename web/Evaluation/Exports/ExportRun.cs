using System.Collections.Frozen;
using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Texts;
using NodaTime;
using NodaTime.Extensions;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>One export that was logged: who stands in it, and what all of its tables need.</summary>
/// <param name="Forms">All that were opened, in the order in which they were.</param>
internal sealed record ExportRun(IGrainFactory Grains, CohortView Cohort, ExportRoster Roster, ImmutableArray<FormView> Forms, string Label, string? By, Words Words)
{
    private readonly DateTimeZone zone = Dates.ZoneOf(Cohort.Zone);

    public FrozenDictionary<string, StudyPerson> ByLearner { get; } = Roster.People.ToFrozenDictionary(person => person.Learner);

    /// <summary>Logs an export, or refuses it.</summary>
    /// <param name="label">What it is for; the day in the cohort's zone if there is none.</param>
    /// <param name="by">The learner id of who asks; null for whoever sits at the machine.</param>
    public static async Task<(ExportRun? Run, Outcome Outcome)> Begin(
        IGrainFactory grains, CohortView cohort, string what, string? label, string? by, Words words, DateTimeOffset now)
    {
        label = string.IsNullOrWhiteSpace(label) ? Today(cohort, now) : label.Trim();
        var reply = await grains.Exports(cohort.Cohort).Begin(new(Guid.CreateVersion7(now).ToString(), by, what, label));
        return reply.Roster is { } roster
            ? (new(grains, cohort, roster, await grains.Forms(cohort.Cohort).List(), label, by, words), reply.Outcome)
            : (null, reply.Outcome);
    }

    public static string Today(CohortView cohort, DateTimeOffset now) =>
        now.ToInstant().InZone(Dates.ZoneOf(cohort.Zone)).Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The day in the cohort's zone: rows say no hour.</summary>
    public DateOnly Day(DateTimeOffset at) => Dates.DayIn(at, zone);

    public DateOnly? Day(DateTimeOffset? at) => at is { } instant ? Day(instant) : null;

    /// <summary>A text of a form in the language of the export, else in the form's own.</summary>
    public (string Text, string Language) Say(ImmutableSortedDictionary<string, string> texts, FormDefinition form) =>
        texts.TryGetValue(Words.Language.Tag, out var own) ? (own, Words.Language.Tag) : (texts[form.Language], form.Language);
}
