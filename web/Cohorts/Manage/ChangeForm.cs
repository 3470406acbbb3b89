using System.Globalization;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>A change of the calendar as it was typed. Everything is text, so that a form with an error shows what was typed.</summary>
public sealed record ChangeForm
{
    public string? Id { get; init; }

    /// <summary><c>move</c>, <c>skip</c> or <c>shift</c>.</summary>
    public string? Kind { get; init; }

    public string? Week { get; init; }

    /// <summary>For a move: the day, as browsers send it.</summary>
    public string? To { get; init; }

    /// <summary>For a shift: how many days.</summary>
    public string? Days { get; init; }

    /// <summary>For a shift: <c>later</c> or <c>earlier</c>.</summary>
    public string? Way { get; init; }

    /// <summary>The number of the newest change on the calendar that the preview showed.</summary>
    public int? Seen { get; init; }

    /// <summary>The change that is asked for; null, with the reasons noted, if it can't be told.</summary>
    public ScheduleChangeRequest? Read(ModelStateDictionary errors, Words words)
    {
        if (!int.TryParse(Week, NumberStyles.None, CultureInfo.InvariantCulture, out var week))
        {
            errors.AddModelError("week", words["change.week.missing"]);
        }

        var change = new ScheduleChangeRequest(Id ?? "", Kind switch { "skip" => ScheduleChangeKind.Skip, "shift" => ScheduleChangeKind.Shift, _ => ScheduleChangeKind.Move }, week);
        switch (change.Kind)
        {
            case ScheduleChangeKind.Move when DateOnly.TryParseExact(To, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to):
                change = change with { To = to };
                break;
            case ScheduleChangeKind.Move:
                errors.AddModelError("to", words["change.to.missing"]);
                break;
            case ScheduleChangeKind.Shift when int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days):
                change = change with { Days = Way == "earlier" ? -days : days };
                break;
            case ScheduleChangeKind.Shift:
                errors.AddModelError("days", words["change.days.missing"]);
                break;
        }

        return errors.IsValid ? change : null;
    }
}
