using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts;

/// <summary>Who is here. Nothing says how far anyone is or when they were last seen.</summary>
public sealed class PeopleModel(Rolls rolls, Reader reader) : PageModel
{
    private const int PageSize = 150;

    public IReadOnlyList<Face> Team { get; private set; } = [];

    public IReadOnlyList<Face> Participants { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int Everyone { get; private set; }

    public async Task OnGetAsync(int? from)
    {
        var faces = (await rolls.OfAsync(HttpContext.Cohort().Slug)).In(new Alphabet(reader.Words.Culture));
        Everyone = faces.Count;
        Team = [.. faces.TakeWhile(face => face.IsTeam)];
        Paging = Paging.At(from, PageSize, Everyone - Team.Count);
        Participants = [.. faces.Skip(Team.Count + Paging.From).Take(PageSize)];
        Team = Paging.From == 0 ? Team : [];
    }

    public bool IsMe(Face face) => face.Member.Learner == User.LearnerId();
}
