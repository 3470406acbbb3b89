using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>This phase beside an earlier one: the one that it follows, or another that the reader may see.</summary>
public sealed class CompareModel(IGrainFactory grains, Reader reader) : PageModel
{
    /// <summary>Null as long as there is nothing to compare with.</summary>
    public PhaseComparison? View { get; private set; }

    public FigureNames Names { get; private set; } = null!;

    public string OtherName { get; private set; } = "";

    /// <summary>Other cohorts that the reader evaluates.</summary>
    public IReadOnlyList<CohortView> Others { get; private set; } = [];

    public string? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? with)
    {
        var slug = HttpContext.Cohort().Slug;
        Others = await OthersAsync(slug);
        var phase = await grains.Phase(slug).Get();
        var other = string.IsNullOrEmpty(with) ? phase?.Previous : Others.FirstOrDefault(cohort => cohort.Cohort == with)?.Cohort;
        if (other is null && !string.IsNullOrEmpty(with))
        {
            return NotFound();
        }

        var reply = await grains.Comparison(slug).With(other);
        Refused = reply.Outcome.Accepted ? null : reader.Words.Explain(reply.Outcome);
        if (reply.View is { } view)
        {
            View = view;
            OtherName = (await grains.Cohort(view.Other).Get())?.Name ?? view.Other;
            Names = new(reader.Words, [.. await grains.Forms(view.Other).List(), .. await grains.Forms(slug).List()]);
        }

        return Page();
    }

    /// <summary>The groups of the table, in the order of the figures.</summary>
    public IEnumerable<IGrouping<string, ComparedView>> Sections => View!.Figures.GroupBy(figure => figure.Now.Key.Split('/')[0], StringComparer.Ordinal);

    private async Task<IReadOnlyList<CohortView>> OthersAsync(string slug)
    {
        var mine = User.IsOrganiser()
            ? (await grains.Catalog().Cohorts()).Select(entry => entry.Cohort)
            : (await grains.Learner(User.LearnerId()).Get())?.Cohorts ?? [];
        var found = new List<CohortView>();
        foreach (var other in mine.Where(other => other != slug))
        {
            if (await CohortAccess.Find(grains, other, User) is { } access && (access.Who & EvaluateHead.Who) != Policy.Who.Nobody)
            {
                found.Add(access.Cohort);
            }
        }

        return found;
    }
}
