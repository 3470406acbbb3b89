using System.Globalization;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CohortCourses.Web.Organise;

/// <summary>A new cohort as it was typed. Everything is text, so that a form with an error shows what was typed.</summary>
public sealed record CohortForm
{
    public string? Course { get; init; }

    /// <summary>The slug of the cohort that this one follows; null if it follows none.</summary>
    public string? From { get; init; }

    public string? Name { get; init; }

    /// <summary>The slug; empty takes it from the name.</summary>
    public string? Address { get; init; }

    /// <summary>As browsers send a day: <c>2027-03-01</c>.</summary>
    public string? FirstDay { get; init; }

    /// <summary>As browsers send a time: <c>09:00</c>.</summary>
    public string? ReleaseTime { get; init; }

    public string? Zone { get; init; }

    public string? Seats { get; init; }

    /// <summary>The form with an address in it, if there is anything to take one from.</summary>
    public CohortForm WithAddress() => string.IsNullOrWhiteSpace($"{Address}{Name}") ? this : this with
    {
        Address = CohortAddresses.Propose(Address, Name, Course, DateOnly.TryParseExact(FirstDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null),
    };

    /// <summary>The cohort that is asked for; null, with the reasons noted, if it can't be told.</summary>
    public NewCohort? Read(ModelStateDictionary errors, Words words)
    {
        Need(Course, "course");
        Need(Name, "name");
        Need(Zone, "zone");
        if (!DateOnly.TryParseExact(FirstDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var firstDay))
        {
            Miss("firstDay");
        }

        if (!TimeOnly.TryParseExact(ReleaseTime, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var releaseTime))
        {
            Miss("releaseTime");
        }

        if (!int.TryParse(Seats, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seats))
        {
            Miss("seats");
        }

        return errors.IsValid ? new(Course!, Name!, firstDay, releaseTime, Zone!.Trim(), seats) : null;

        void Need(string? typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                Miss(field);
            }
        }

        void Miss(string field) => errors.AddModelError(field, words[$"new.{field}.missing"]);
    }

    /// <summary>The field that a refusal speaks of.</summary>
    public static string? FieldOf(string? code) => code switch
    {
        "course.unknown" or "cohort.completion" => "course",
        "cohort.name" => "name",
        "cohort.exists" or "cohort.address" or "phase.itself" or "phase.other-phase" => "address",
        "cohort.past-start" or "cohort.far-start" => "firstDay",
        "cohort.zone" => "zone",
        "cohort.seats" => "seats",
        _ => null,
    };
}
