using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>The figures of a cohort, for everyone or for one group at a time.</summary>
public sealed class IndexModel(IGrainFactory grains, Reader reader) : PageModel
{
    public EvaluationView View { get; private set; } = null!;

    public FilterView? Filter { get; private set; }

    public GroupView? Group { get; private set; }

    /// <summary>Why what was asked for is not shown.</summary>
    public string? Refused { get; private set; }

    public OverviewPictures Pictures { get; private set; } = null!;

    /// <param name="by">Attributes, of which there may be one.</param>
    /// <param name="value">The value of each.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] string[] by, [FromQuery(Name = "is")] string[] value, bool anew = false)
    {
        var filter = Asked.Filter(by, value);
        var reply = await grains.Evaluation(HttpContext.Cohort().Slug).Get(filter, anew);
        if (reply.View is not { } view)
        {
            return NotFound();
        }

        View = view;
        if (reply.Outcome.Accepted)
        {
            (Filter, Group) = (filter.FirstOrDefault(), reply.Group);
        }
        else
        {
            Refused = reader.Words.Explain(reply.Outcome);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        Pictures = new(view, Filter, Group, reader.Words);
        return Page();
    }

    public bool Is(string attribute, GroupView group) => Filter?.Attribute == attribute && group.Values.Contains(Filter.Value, StringComparer.Ordinal);

    /// <summary>Groups of more than one value, with their attribute.</summary>
    public IEnumerable<(string Attribute, GroupView Group)> Together =>
        from attribute in View.Attributes
        from known in attribute.Groups
        where known.Values.Length > 1
        select (attribute.Attribute, known);
}

/// <summary>Filters as addresses carry them.</summary>
internal static class Asked
{
    /// <summary>The first value for the first attribute, and so on.</summary>
    public static ImmutableArray<FilterView> Filter(string[]? by, string[]? value) =>
        [.. (by ?? []).Where(attribute => attribute.Length > 0).Select((attribute, index) => new FilterView(attribute, value?.ElementAtOrDefault(index) ?? ""))];
}
