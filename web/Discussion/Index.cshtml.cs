using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Discussion;

/// <summary>A thread on a list.</summary>
/// <param name="ReadTo">The number of the last post that the reader has seen.</param>
/// <param name="Unread">How many came since.</param>
public sealed record ListedThread(ThreadSummary Thread, int ReadTo, int Unread);

/// <summary>What a cohort talks about, week by week.</summary>
public sealed class IndexModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    private const int PageSize = 40;

    public IReadOnlyList<int> Weeks { get; private set; } = [];

    public int Week { get; private set; }

    /// <summary>What the week is about.</summary>
    public string Title { get; private set; } = "";

    public IReadOnlyList<ListedThread> Threads { get; private set; } = [];

    public Speakers Speakers { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    /// <summary>Whether others see that the reader is here.</summary>
    public bool IsPresenceShown { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? week, int? from)
    {
        var access = HttpContext.Cohort();
        Weeks = access.OpenWeeks(reader.Now);
        Week = week ?? access.Cohort.CurrentAt(reader.Now)?.Number ?? 1;
        if (!Weeks.Contains(Week))
        {
            return NotFound();
        }

        Title = courses.Find(access.Cohort.Course)?.Weeks[Week - 1].Title.In(reader.Language.Tag).Text ?? "";
        MayWrite = access.Member is not null;
        var voice = await grains.Voice(access.Slug, User.LearnerId()).Get();
        (var read, IsPresenceShown) = (voice.Read, voice.ShowPresence == true);
        var threads = (await grains.ThreadsAsync(access.Slug, Week, HttpContext.Viewer()))
            .OrderByDescending(thread => thread.Pinned).ThenByDescending(thread => thread.LastAt).ToList();
        Paging = Paging.At(from, PageSize, threads.Count);
        Threads = [.. Paging.Of(threads).Select(thread => Listed(thread, read.GetValueOrDefault(thread.Thread)))];
        Speakers = await Speakers.Of(grains, access.Slug, Threads.Select(listed => listed.Thread.By));
        return Page();
    }

    /// <summary>What is hidden or withdrawn has a number as well, and is nobody's news.</summary>
    private static ListedThread Listed(ThreadSummary thread, int readTo) => new(thread, readTo, Math.Clamp(thread.Numbers - readTo, 0, thread.Posts));
}
