using CohortCourses.Content.Courses;
using CohortCourses.Content.Discussion;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Feedback;
using CohortCourses.Web.Mail;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>What needs a moderator now, on one page.</summary>
public sealed class DeskModel(IGrainFactory grains, CourseLibrary courses, Postman postman, Reader reader) : PageModel
{
    private const int MostQuietShown = 24;
    private const int MostQuoted = 20;
    private const int LongestExcerpt = 120;

    private Dictionary<string, (string Text, string Title)> posts = new(StringComparer.Ordinal);

    public CohortAccess Access { get; private set; } = null!;

    public DeskView View { get; private set; } = null!;

    public Names Names { get; private set; } = null!;

    public int QuietCount { get; private set; }

    /// <summary>Some who have gone quiet, by name and in the order of the alphabet: nobody is ranked; and when somebody wrote to them, if that was within a week.</summary>
    public IReadOnlyList<(string Learner, string Name, DateTimeOffset? WrittenTo)> Quiet { get; private set; } = [];

    /// <summary>The forms that it is time to open, for those who may.</summary>
    public IReadOnlyList<DueForm> Due { get; private set; } = [];

    public string Me => User.LearnerId();

    public bool IsCalm => View.Cases.IsEmpty && View.Questions.IsEmpty && View.FirstPosts.IsEmpty && View.Hot.IsEmpty && QuietCount == 0 && Due.Count == 0;

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostHelpAsync(ActForm form, string? back) => ActAsync(form, back);

    public Task<IActionResult> OnPostActAsync(ActForm form, string? back) => ActAsync(form, back);

    public async Task<IActionResult> OnPostUndoAsync(string? id, string? act, string? back)
    {
        var cohort = HttpContext.Cohort().Slug;
        return await DoneAsync(await grains.Moderation(cohort).Undo(FormIds.Of(id), ActForm.OfGrain(act) ?? "", "", HttpContext.Moderator()), back);
    }

    /// <summary>
    /// Writes to somebody who has gone quiet. The letter goes under the id of the act, so the form sent twice is one letter; whether it reaches
    /// them is theirs to choose, and is told to nobody.
    /// </summary>
    public async Task<IActionResult> OnPostWriteAsync(string? id, string? person)
    {
        var (cohort, act) = (HttpContext.Cohort().Slug, FormIds.Of(id));
        var done = await grains.Moderation(cohort).Act(new(act, ActKind.WriteTo, Person: ActForm.OfGrain(person)), HttpContext.Moderator());
        if (!done.Accepted || person is null || await grains.Learner(person).Get() is not { } quiet)
        {
            return await DoneAsync(done, back: null);
        }

        await postman.SendAsync(HelloWriter.Letter(act, cohort, quiet, Me));
        return this.Tell("desk.write.sent", $"/c/{cohort}/moderate");
    }

    public CaseLine Line(CaseView found, string home) => posts.TryGetValue(found.Id, out var post)
        ? new(found, Names[found.About], home, Excerpt(post.Text), post.Title)
        : new(found, Names[found.About], home);

    public static string Excerpt(string? text) => text is null ? "" : text.Length <= LongestExcerpt ? text : text[..LongestExcerpt] + "…";

    private async Task<IActionResult> ActAsync(ActForm form, string? back) => await DoneAsync(
        form.Read(reader.Now) is { } act ? await grains.Moderation(HttpContext.Cohort().Slug).Act(act, HttpContext.Moderator()) : Outcome.Refused("act.incomplete"),
        back);

    private async Task<IActionResult> DoneAsync(Outcome outcome, string? back)
    {
        var home = $"/c/{HttpContext.Cohort().Slug}/";
        if (outcome.Accepted)
        {
            return LocalRedirect(back?.StartsWith(home, StringComparison.Ordinal) == true && Url.IsLocalUrl(back) ? back : $"{home}moderate");
        }

        await LoadAsync();
        return this.Refuse(reader.Words, outcome);
    }

    private async Task LoadAsync()
    {
        Access = HttpContext.Cohort();
        var moderation = grains.Moderation(Access.Slug);
        var quiet = moderation.Quiet();
        View = await moderation.Look(HttpContext.Moderator());
        posts = await QuotedAsync();
        QuietCount = (await quiet).Length;
        Due = Access.IsStaff && courses.Find(Access.Cohort.Course) is { } course
            ? DueForms.At(reader.Now, Access.Cohort, course, await grains.Forms(Access.Slug).List())
            : [];
        var quietNames = await grains.HandlesAsync(Access.Slug, (await quiet).Take(MostQuietShown));
        var written = (await moderation.WrittenTo()).ToLookup(one => one.Learner, one => one.At, StringComparer.Ordinal);
        Quiet =
        [
            .. quietNames.Select(one => (one.Key, one.Value, written.Contains(one.Key) ? written[one.Key].Max() : (DateTimeOffset?)null))
                .OrderBy(one => one.Value, StringComparer.Create(reader.Words.Culture, ignoreCase: true)),
        ];
        Names = await Names.ReadAsync(
            grains,
            Access.Slug,
            reader.Words,
            View.Cases.Select(found => found.About)
                .Concat(View.Questions.SelectMany(question => new[] { question.Asked, question.Thread.By }))
                .Concat(View.FirstPosts.Select(waiting => waiting.Post.By))
                .Concat(View.Recent.SelectMany(act => new[] { act.By, act.About })));
    }

    /// <summary>How the posts of the first cases begin, and in which threads they stand.</summary>
    private async Task<Dictionary<string, (string Text, string Title)>> QuotedAsync()
    {
        var read = await Task.WhenAll(View.Cases.Where(found => found.Post is not null).Take(MostQuoted).Select(async found =>
            (found.Id, Post: await grains.ReportedPostAsync(Access.Slug, found), Thread: await grains.Thread(Access.Slug, found.Thread!).Summary())));
        var mentions = await Names.ReadAsync(grains, Access.Slug, reader.Words, read.SelectMany(one => Naming.NamedIn(one.Post?.Text ?? "")));
        return read.Where(one => one is { Post.Text: not null, Thread: not null })
            .ToDictionary(one => one.Id, one => (PostMarkdown.Plain(Naming.ToNames(one.Post!.Text!, learner => mentions[learner])), one.Thread!.Title), StringComparer.Ordinal);
    }
}
