using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Discussion;

/// <summary>One post by itself, with everything that the reader may do about it.</summary>
public sealed class PostModel(IGrainFactory grains, Rolls rolls, PostBodies bodies, Reader reader) : PageModel
{
    public ThreadSummary Thread { get; private set; } = null!;

    public PostView Post { get; private set; } = null!;

    public Speaker Author { get; private set; } = null!;

    public IHtmlContent Body { get; private set; } = null!;

    /// <summary>The text to edit, with names in place of learners.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The texts before, for the author and the staff.</summary>
    public IReadOnlyList<PostVersion> Earlier { get; private set; } = [];

    public bool IsMine => Post.By == User.LearnerId();

    public bool IsAnswer => Thread.Answer == Post.Id;

    public bool MayReply => IsOnRoster && Post.Text is not null && !Thread.Locked;

    public bool MayEdit => IsMine && IsOnRoster && Post.State is PostState.Shown or PostState.Awaiting;

    public bool MayMark => IsOnRoster && Thread.Kind == ThreadKind.Question && Post.State == PostState.Shown && Post.Number > 1 && (Thread.By == User.LearnerId() || IsTeam);

    private bool IsOnRoster => HttpContext.Cohort().Member is not null;

    private bool IsTeam => HttpContext.Cohort().Member?.Role is CohortRole.Mentor or CohortRole.Instructor;

    private string Slug => HttpContext.Cohort().Slug;

    private string Address => $"/c/{Slug}/discussion/{Thread.Thread}?at={Post.Number}#p-{Post.Number}";

    private IVoiceGrain Voice => grains.Voice(Slug, User.LearnerId());

    public async Task<IActionResult> OnGetAsync(Guid thread, Guid post) => await LoadAsync(thread, post) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEditAsync(Guid thread, Guid post, PostForm form)
    {
        if (!await LoadAsync(thread, post))
        {
            return NotFound();
        }

        var outcome = await Voice.Edit(Thread.Thread, Post.Id, await rolls.ToLearners(Slug, form.Typed));
        Text = form.Typed;
        return outcome.Accepted ? Redirect(Address) : this.Refuse(reader.Words, outcome, "text");
    }

    public Task<IActionResult> OnPostWithdrawAsync(Guid thread, Guid post) => DoAsync(thread, post, voice => voice.Withdraw(Thread.Thread, Post.Id));

    public Task<IActionResult> OnPostAnswerAsync(Guid thread, Guid post, bool on) => DoAsync(thread, post, voice => voice.MarkAnswer(Thread.Thread, on ? Post.Id : null));

    private async Task<IActionResult> DoAsync(Guid thread, Guid post, Func<IVoiceGrain, Task<Outcome>> act)
    {
        if (!await LoadAsync(thread, post))
        {
            return NotFound();
        }

        var outcome = await act(Voice);
        return outcome.Accepted ? Redirect(Address) : this.Refuse(reader.Words, outcome);
    }

    private async Task<bool> LoadAsync(Guid thread, Guid post)
    {
        var viewer = HttpContext.Viewer();
        var grain = grains.Thread(Slug, thread.ToString());
        if (await grain.Summary() is not { } summary || await grain.Find(post.ToString(), viewer) is not { } found)
        {
            return false;
        }

        (Thread, Post) = (summary, found);
        var named = found.Text is null ? [] : bodies.Of(found).Mentions;
        var speakers = await Speakers.Of(grains, Slug, [found.By, .. named]);
        Author = speakers[found.By];
        Body = found.Text is null ? HtmlString.Empty : new HtmlString(bodies.Of(found).ToHtml(speakers, reader.Words, viewer.Learner));
        Text = Naming.ToNames(found.Text ?? "", learner => speakers[learner].Name(reader.Words));
        if (found.Versions > 1 && found.Text is not null && (viewer.IsStaff || found.By == viewer.Learner))
        {
            Earlier = await grains.PostHistory($"{Slug}/{summary.Thread}", found.Id).List();
        }

        return true;
    }
}
