using CohortCourses.Contracts;
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

public sealed class ThreadModel(IGrainFactory grains, Rolls rolls, PostBodies bodies, AroundPosts around, Previews previews, DiscussionLive live, Reader reader) : PageModel
{
    private const int PageSize = 50;

    public ThreadSummary Thread { get; private set; } = null!;

    public Speakers Speakers { get; private set; } = null!;

    public IHtmlContent Posts { get; private set; } = null!;

    /// <summary>The number of the first post of the page before, and of the page after; null if there is none.</summary>
    public int? Previous { get; private set; }

    public int? Next { get; private set; }

    /// <summary>The number of the newest post, on this page or not.</summary>
    public int LastNumber { get; private set; }

    public int ReadTo { get; private set; }

    /// <summary>Whether others see that the reader is here.</summary>
    public bool IsPresenceShown { get; private set; }

    public int? AnswerNumber { get; private set; }

    public bool MayWrite { get; private set; }

    public PostForm Form { get; private set; } = new();

    /// <summary>The post that the reply answers.</summary>
    public PostView? Answers { get; private set; }

    public IHtmlContent? Preview { get; private set; }

    public string Me => User.LearnerId();

    public bool IsMine => Thread.By == Me;

    public IHtmlContent Template => new PostMarkup(reader, around, Speakers, Thread, "").Template();

    private string Slug => HttpContext.Cohort().Slug;

    private string Id => Guid.Parse((string)RouteData.Values["thread"]!).ToString();

    private IVoiceGrain Voice => grains.Voice(Slug, Me);

    public Task<IActionResult> OnGetAsync()
    {
        Form = new() { Id = FormIds.New() };
        var reply = Request.Number("reply");
        return ShowAsync(Request.Number("at") ?? reply, reply, bool.TryParse(Request.Word("quote"), out var quote) && quote);
    }

    public async Task<IActionResult> OnPostReplyAsync(PostForm form)
    {
        Form = form with { Id = FormIds.Of(form.Id) };
        var sent = await Voice.Post(Id, await grains.WrittenAsync(rolls, Slug, Form.Id!, Form.Typed, Guid.TryParse(Form.ReplyTo, out var answered) ? answered.ToString() : null));
        if (Request.IsFromScript())
        {
            return await AnswerScript(sent);
        }

        if (sent.Outcome.Accepted)
        {
            return Redirect($"/c/{Slug}/discussion/{Id}?at={sent.Number}#p-{sent.Number}");
        }

        this.Refuse(reader.Words, sent.Outcome, sent.Outcome.Field());
        return await ShowAsync(int.MaxValue, reply: null);
    }

    public async Task<IActionResult> OnPostPreviewAsync(PostForm form)
    {
        Form = form with { Id = FormIds.Of(form.Id) };
        Preview = await previews.Of(Slug, Form.Typed, Me);
        return await ShowAsync(int.MaxValue, reply: null);
    }

    /// <param name="react">The post, the kind and whether it is meant or taken back: <c>id/thanks/on</c>.</param>
    public async Task<IActionResult> OnPostReactAsync(string? react)
    {
        if (react?.Split('/') is not [var post, var name, var wanted] || Reactions.Find(name) is not { } kind)
        {
            return BadRequest();
        }

        var outcome = await Voice.React(Id, post, kind, wanted == "on");
        if (Request.IsFromScript())
        {
            return outcome.Accepted ? new NoContentResult() : ScriptAnswers.Problem(reader.Words, outcome);
        }

        if (!outcome.Accepted)
        {
            this.Refuse(reader.Words, outcome);
            Form = new() { Id = FormIds.New() };
            return await ShowAsync(null, null);
        }

        var number = (await grains.Thread(Slug, Id).Find(post, HttpContext.Viewer()))?.Number ?? 1;
        return Redirect($"/c/{Slug}/discussion/{Id}?at={number}#p-{number}");
    }

    /// <summary>Remembers how far the page was read while it stood open.</summary>
    public async Task<IActionResult> OnPostReadAsync(int number)
    {
        if (await grains.Thread(Slug, Id).Read(1, 1, HttpContext.Viewer()) is not { } part)
        {
            return NotFound();
        }

        await Voice.MarkRead(Id, Math.Min(number, part.Thread.Numbers));
        return new NoContentResult();
    }

    public async Task<IActionResult> OnPostPublishingAsync(bool agreed)
    {
        var outcome = await Voice.AllowPublishing(Id, agreed);
        return outcome.Accepted ? Redirect($"/c/{Slug}/discussion/{Id}") : NotFound();
    }

    private async Task<IActionResult> AnswerScript(PostReply sent)
    {
        if (!sent.Outcome.Accepted)
        {
            return ScriptAnswers.Problem(reader.Words, sent.Outcome);
        }

        await Voice.MarkRead(Id, sent.Number);
        return new JsonResult(await live.Show(Slug, Id, Form.Id!, HttpContext.Viewer()));
    }

    private async Task<IActionResult> ShowAsync(int? at, int? reply, bool quote = false)
    {
        var grain = grains.Thread(Slug, Id);
        var viewer = HttpContext.Viewer();
        var voice = await Voice.Get();
        (ReadTo, IsPresenceShown) = (voice.Read.GetValueOrDefault(Id), voice.ShowPresence == true);
        if (await grain.Summary() is not { } summary)
        {
            return NotFound();
        }

        var first = PageOf(Math.Clamp(at ?? (ReadTo + 1), 1, Math.Max(1, summary.Numbers)));
        if (await grain.Read(first, PageSize, viewer) is not { } part || !part.Thread.IsListedTo(viewer))
        {
            return NotFound();
        }

        Thread = part.Thread;
        LastNumber = Thread.Numbers;
        (Previous, Next) = (first > 1 ? first - PageSize : null, first + PageSize <= LastNumber ? first + PageSize : null);
        MayWrite = HttpContext.Cohort().Member is not null && (!Thread.Locked || IsTeam);
        AnswerNumber = Thread.Answer is { } answer ? (await grain.Find(answer, viewer))?.Number : null;
        Answers = reply is { } number ? part.Posts.FirstOrDefault(post => post.Number == number) : part.Posts.FirstOrDefault(post => post.Id == Form.ReplyTo);
        var posts = bodies.Of(part.Posts);
        Speakers = await Speakers.Of(grains, Slug, [.. posts.Select(shown => shown.Post.By), .. posts.SelectMany(shown => shown.Body?.Mentions ?? []), Thread.By]);
        if (quote && Answers?.Text is { } quoted)
        {
            Form = Form with { Text = Quoting.Of(Naming.ToNames(quoted, learner => Speakers[learner].Name(reader.Words), mark: "")) };
        }

        Posts = new PostMarkup(reader, around, Speakers, Thread, Me) { FirstUnread = ReadTo > 0 && ReadTo < LastNumber ? ReadTo + 1 : null }.Write(posts);
        if (HttpContext.Cohort().Member is not null && part.Posts is [.., var last])
        {
            await Voice.MarkRead(Id, last.Number);
        }

        return Page();
    }

    private bool IsTeam => HttpContext.Cohort().Member?.Role is Contracts.Cohorts.CohortRole.Mentor or Contracts.Cohorts.CohortRole.Instructor;

    private static int PageOf(int number) => ((number - 1) / PageSize * PageSize) + 1;
}
