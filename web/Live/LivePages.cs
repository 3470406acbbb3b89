using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Live;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Live;

/// <summary>The pages that have live parts of their own, each named by the id of its thread, and who is shown on them.</summary>
internal sealed class LivePages(IGrainFactory grains, TimeProvider clock)
{
    /// <summary>The name of the page that lists a cohort's threads.</summary>
    public const string Discussion = "discussion";

    /// <summary>Whether there is such a page in the cohort and the learner may see it.</summary>
    public async Task<bool> MayLook(CohortAccess access, string learner, string page) =>
        page == Discussion
        || (IsThread(page) && await grains.Thread(access.Slug, page).Summary() is { } thread && thread.IsListedTo(new Viewer(learner, access.IsStaff)));

    /// <summary>Someone who let others see when they are here, and is not taking a pause; null for all others. Whoever has not said is not shown.</summary>
    public async Task<PersonHere?> Shown(string cohort, string learner) =>
        (await grains.Voice(cohort, learner).Get()).ShowPresence == true && await grains.Learner(learner).Enrolment(cohort) is { Paused: false } place
            ? new(learner, place.Handle)
            : null;

    public async Task<bool> IsMuted(string cohort, string learner) => (await grains.Voice(cohort, learner).Get()).MutedUntil > clock.GetUtcNow();

    private static bool IsThread(string page) => Guid.TryParseExact(page, "D", out _) && !page.Any(char.IsAsciiLetterUpper);
}

/// <summary>Where a browser is.</summary>
/// <param name="Page">A name of <see cref="LivePages"/>.</param>
/// <param name="Person">Who looks, if others may see it.</param>
internal sealed record LookedAt(string Cohort, string Page, PersonHere? Person = null)
{
    public bool IsAt(string cohort, string page) => Page == page && Cohort == cohort;
}
