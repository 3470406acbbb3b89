using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Courses;

/// <summary>A cohort that the reader is in.</summary>
public sealed record Place(CohortView Cohort, CourseRevision? Course);

public sealed class IndexModel(IGrainFactory grains, CourseLibrary library, Reader reader) : PageModel
{
    public IReadOnlyList<CourseRevision> Courses { get; private set; } = [];

    public IReadOnlyList<Place> Mine { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Courses = [.. library.Courses.Select(course => course.Revision).OfType<CourseRevision>()];
        if (User.FindLearnerId() is { } id && await grains.Learner(id).Get() is { } learner)
        {
            var cohorts = await Task.WhenAll(learner.Cohorts.Select(async cohort => await grains.Cohort(cohort).Member(id) is null ? null : await grains.Cohort(cohort).Get()));
            Mine = [.. cohorts.OfType<CohortView>().OrderByDescending(cohort => cohort.EndsAt).Select(cohort => new Place(cohort, library.Find(cohort.Course)))];
        }
    }

    public string Standing(Place place) => place.Cohort.PhaseAt(reader.Now) switch
    {
        CohortPhase.Upcoming => reader.Words.Get("index.begins", ("moment", reader.Dates.Moment(place.Cohort.Weeks[0].OpensAt))),
        CohortPhase.Running => reader.Words.Get("week.of", ("week", place.Cohort.CurrentAt(reader.Now)!.Number), ("total", place.Cohort.Weeks.Length)),
        _ => reader.Words.Get("index.ended", ("day", reader.Dates.Day(place.Cohort.EndsAt))),
    };
}
