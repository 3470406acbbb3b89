using System.Globalization;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>An invitation as it was typed.</summary>
public sealed record InvitationForm
{
    public string? Id { get; init; }

    /// <summary>The secret of the link, made with the form: sent twice it is one link.</summary>
    public string? Token { get; init; }

    public string? Role { get; init; }

    public string? Track { get; init; }

    public string? Uses { get; init; }

    /// <summary>The last day on which it can be used, in the cohort's zone.</summary>
    public string? Until { get; init; }

    /// <summary>The invitation that is asked for; null, with the reasons noted, if it can't be told.</summary>
    public NewInvitation? Read(CohortView cohort, ModelStateDictionary errors, Words words)
    {
        var role = RoleNames.Read(Role);
        if (role is null)
        {
            errors.AddModelError("role", words["invite.role.missing"]);
        }

        if (Track is { Length: > 0 } && !cohort.Tracks.Contains(Track))
        {
            errors.AddModelError("track", words.Get("refusal.cohort.track", ("track", Track)));
        }

        if (!int.TryParse(Uses, NumberStyles.None, CultureInfo.InvariantCulture, out var uses))
        {
            errors.AddModelError("uses", words["invite.uses.missing"]);
        }

        if (!DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) || until.Year > 9000)
        {
            errors.AddModelError("until", words["invite.until.missing"]);
        }

        return errors.IsValid
            ? new(Id!, cohort.Cohort, role!.Value, Track is { Length: > 0 } ? Track : null, uses, EndOf(until, cohort.Zone))
            : null;
    }

    private static DateTimeOffset EndOf(DateOnly day, string zone) =>
        LocalDate.FromDateOnly(day).PlusDays(1).AtStartOfDayInZone(Dates.ZoneOf(zone)).ToInstant().ToDateTimeOffset();
}
