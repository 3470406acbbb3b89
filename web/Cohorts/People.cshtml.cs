using CohortCourses.Contracts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts;

/// <summary>Who is here. Nothing says how far anyone is or when they were last seen.</summary>
public sealed class PeopleModel(IGrainFactory grains, Reader reader) : PageModel
{
    private const int PageSize = 150;

    public IReadOnlyList<Face> Team { get; private set; } = [];

    public IReadOnlyList<Face> Participants { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int Everyone { get; private set; }

    public async Task OnGetAsync(int? from)
    {
        var faces = await grains.FacesAsync(HttpContext.Cohort().Slug, reader.Words.Culture);
        var participants = faces.Where(face => !face.IsTeam).ToList();
        Everyone = faces.Count;
        Paging = Paging.At(from, PageSize, participants.Count);
        Participants = [.. Paging.Of(participants)];
        Team = Paging.From == 0 ? [.. faces.Where(face => face.IsTeam)] : [];
    }

    public bool IsMe(Face face) => face.Member.Learner == User.LearnerId();
}
