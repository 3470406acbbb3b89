using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>Somebody in the cohort and how far they are.</summary>
public sealed record Standing(Face Face, EnrolmentView Enrolment)
{
    public bool HasTags => Face.IsTeam || Face.Member.Track is not null || Enrolment.Paused;

    /// <summary>When a week was last marked complete.</summary>
    public DateTimeOffset? LastCompletedAt => Enrolment.Weeks.Max(week => week.CompletedAt);
}

/// <summary>Everyone in the cohort for those who run it, in the order of their names: a list to help by, not a ranking.</summary>
public sealed class RosterModel(IGrainFactory grains, Rolls rolls, Reader reader) : PageModel
{
    private const int PageSize = 100;

    public IReadOnlyList<Standing> Standings { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync(int? from)
    {
        var cohort = HttpContext.Cohort().Slug;
        var faces = (await rolls.OfAsync(cohort)).In(new Alphabet(reader.Words.Culture));
        Paging = Paging.At(from, PageSize, faces.Count);
        var standings = await Task.WhenAll(Paging.Of(faces).Select(async face =>
            await grains.Learner(face.Member.Learner).Enrolment(cohort) is { } enrolment ? new Standing(face, enrolment) : null));
        Standings = [.. standings.OfType<Standing>()];
    }
}
