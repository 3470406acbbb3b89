using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Web.Pilot;
using PageView = CohortCourses.Tests.Web.Pilot.PageView;

namespace CohortCourses.Tests.Web.Discussion;

/// <summary>People talk to each other with nothing but pages and forms.</summary>
public sealed class DiscussionPagesTests : IAsyncLifetime
{
    private const string Home = "/c/spring/discussion";
    private const string Start = "form[action*='handler=start']";
    private const string Reply = "form[action*='handler=reply']";
    private const string Preview = "button[formaction*='handler=preview']";

    private TestPilot pilot = null!;
    private Visitor maya = null!;
    private Visitor tariq = null!;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        maya = await pilot.JoinAsync("maya", "spring");
        tariq = await pilot.JoinAsync("tariq", "spring");
    }

    public ValueTask DisposeAsync() => pilot.DisposeAsync();

    [Fact]
    public async Task Thread_BegunOnAPage_IsListedUnreadUntilItWasRead()
    {
        Assert.Contains("Nobody has written", (await maya.GetAsync(Home)).Text, StringComparison.Ordinal);

        var thread = await BeginAsync(maya, "Who has met a museum?", "We *will* next week.", "question");

        Assert.Equal("Who has met a museum?", thread.Document.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("will", thread.Document.QuerySelector(".post-body em")!.TextContent);
        Assert.Single((await tariq.GetAsync(Home)).Document.QuerySelectorAll(".thread.unread"));
        Assert.Empty((await maya.GetAsync(Home)).Document.QuerySelectorAll(".thread.unread"));
        await tariq.GetAsync(thread.Path);
        Assert.Empty((await tariq.GetAsync(Home)).Document.QuerySelectorAll(".thread.unread"));
        await ReplyAsync(maya, thread.Path, "And you?");
        var list = await tariq.GetAsync(Home);
        Assert.Equal("1 new", list.Document.QuerySelector(".thread .new")!.TextContent);
        var unread = await tariq.GetAsync(list.Document.QuerySelector(".thread-title a")!.GetAttribute("href")!);
        Assert.Equal("p-2", unread.Document.QuerySelector("#unread")!.NextElementSibling!.Id);
    }

    [Fact]
    public async Task Preview_ShowsThePostAndKeepsWhatWasTyped()
    {
        var page = await maya.PressAsync(await maya.GetAsync($"{Home}/new?week=1&kind=talk"), Preview, ("title", "A title"), ("text", "Some **strong** words"));

        Assert.Equal("strong", page.Document.QuerySelector(".post-body strong")!.TextContent);
        Assert.Equal(("A title", "Some **strong** words"), (page.Value("title"), page.Value("text")));
        Assert.Empty(await pilot.Grains.Discussion("spring", 1).List());
        Assert.Equal("A title", (await maya.SubmitAsync(page, Start)).Document.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task Form_SentTwice_IsOnePost()
    {
        var thread = await BeginAsync(maya, "Hello", "First");
        var page = await tariq.GetAsync(thread.Path);

        var first = await tariq.SubmitAsync(page, Reply, ("text", "Only once"));
        var again = await tariq.SubmitAsync(page, Reply, ("text", "Only once"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, first.Path), (first.Status, again.Status, again.Path));
        Assert.Equal(2, again.Document.QuerySelectorAll("article.post[data-post]:not([data-post=''])").Length);
    }

    [Fact]
    public async Task Reply_ToAPost_LeadsBackToIt()
    {
        var thread = await BeginAsync(maya, "Hello", "First");

        var page = await tariq.SubmitAsync($"{thread.Path}?reply=1", Reply, ("text", "To you"));

        Assert.EndsWith("#p-1", page.Document.QuerySelector("#p-2 .reply-to")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_KeepsWhatWasTyped()
    {
        var thread = await BeginAsync(maya, "Hello", "First");
        var page = await tariq.GetAsync(thread.Path);
        await pilot.Grains.Thread("spring", IdOf(thread)).Slow(30);
        await ReplyAsync(tariq, thread.Path, "One");

        var refused = await tariq.SubmitAsync(await tariq.GetAsync(thread.Path), Reply, ("text", "Another, typed with care"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Another, typed with care", refused.Value("text"));
        Assert.Contains("30 minutes", refused.Text, StringComparison.Ordinal);
        var blank = await maya.SubmitAsync($"{Home}/new?week=1&kind=talk", Start, ("title", " "), ("text", "Words without a title"));
        Assert.Equal((HttpStatusCode.Conflict, "Words without a title"), (blank.Status, blank.Value("text")));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Post_IsEditedWithItsHistoryAndWithdrawnByItsAuthor()
    {
        var thread = await BeginAsync(maya, "Hello", "First wording, @Tariq");
        var post = $"{thread.Path}/{IdOf(thread)}";
        Assert.Equal("First wording, @Tariq", (await maya.GetAsync(post)).Value("text"));
        pilot.Clock.Advance(TimeSpan.FromMinutes(16));

        var edited = await maya.SubmitAsync(post, "form[action*='handler=edit']", ("text", "Second wording"));

        Assert.Contains("Second wording", edited.Document.QuerySelector("#p-1 .post-body")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(edited.Document.QuerySelector("#p-1 .edited"));
        Assert.Contains("First wording", (await maya.GetAsync(post)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("First wording", (await tariq.GetAsync(post)).Text, StringComparison.Ordinal);
        Assert.Null((await tariq.GetAsync(post)).Document.QuerySelector("form[action*='handler=edit']"));
        await ReplyAsync(tariq, thread.Path, "Seen");
        await maya.SubmitAsync(post, "form[action*='handler=withdraw']");
        var left = await tariq.GetAsync(thread.Path);
        Assert.NotNull(left.Document.QuerySelector("#p-1.gone"));
        Assert.DoesNotContain("Second wording", left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaction_PressedAgain_IsTakenBack()
    {
        var thread = await BeginAsync(maya, "Hello", "First");

        var on = await PressAsync(await tariq.GetAsync(thread.Path));
        Assert.Equal(("true", "1"), Pressed(on));
        Assert.Equal(("false", "1"), Pressed(await maya.GetAsync(thread.Path)));
        Assert.Equal(("false", ""), Pressed(await PressAsync(on)));
    }

    [Fact]
    public async Task Answer_IsMarkedByWhoAsked()
    {
        var thread = await BeginAsync(maya, "How?", "How?", "question");
        var answer = await ReplyAsync(tariq, thread.Path, "Like this");
        var post = $"{thread.Path}/{answer.Document.QuerySelector("#p-2")!.GetAttribute("data-post")}";
        Assert.Null((await tariq.GetAsync(post)).Document.QuerySelector("form[action*='handler=answer']"));

        var page = await maya.GetAsync(post);
        var marked = await maya.PressAsync(page, "form[action*='handler=answer'] button", ("on", "true"));

        Assert.NotNull(marked.Document.QuerySelector("#p-2.answer .answer-mark"));
        Assert.Contains("answered", (await tariq.GetAsync(Home)).Document.QuerySelector(".thread-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mention_FollowsThePersonToAnotherName()
    {
        var thread = await BeginAsync(maya, "Thanks", "Thank you, @tariq!");
        Assert.Equal("@Tariq", thread.Document.QuerySelector(".post-body .mention")!.TextContent);
        Assert.NotNull((await tariq.GetAsync(thread.Path)).Document.QuerySelector(".mention.me"));
        Assert.True((await pilot.Grains.Learner(tariq.Learner).Rename("spring", "Zeno")).Accepted);

        Assert.Equal("@Zeno", (await maya.GetAsync(thread.Path)).Document.QuerySelector(".post-body .mention")!.TextContent);
        Assert.Equal("Thank you, @Zeno!", (await maya.GetAsync($"{thread.Path}/{IdOf(thread)}")).Value("text"));
    }

    [Fact]
    public async Task PrivateQuestion_IsThereForTheInstructorsAlone()
    {
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);

        var asked = await maya.SubmitAsync("/c/spring/ask", "form[action*='handler=ask']", ("title", "In private"), ("text", "Something personal"));

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("Something personal", (await ines.GetAsync(asked.Path)).Text, StringComparison.Ordinal);
        Assert.Contains("In private", (await ines.GetAsync("/c/spring/ask")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tariq.GetAsync(asked.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tariq.GetAsync($"{asked.Path}/{IdOf(asked)}")).Status);
        Assert.DoesNotContain("In private", (await tariq.GetAsync("/c/spring/ask")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("In private", (await tariq.GetAsync(Home)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_ThatIsUnknownOrAnotherCohorts_IsNotFound()
    {
        var thread = await BeginAsync(maya, "Hello", "First");
        await pilot.CohortAsync("autumn");
        var stranger = await pilot.JoinAsync("sol", "autumn");

        Assert.Equal(HttpStatusCode.NotFound, (await maya.GetAsync($"{Home}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.GetAsync($"{thread.Path}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(thread.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/c/autumn/discussion/{IdOf(thread)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.GetAsync($"{Home}?week=5")).Status);
        Assert.Equal(PostState.Shown, (await pilot.Grains.Thread("spring", IdOf(thread)).Find(IdOf(thread), new("", IsStaff: false)))!.State);
    }

    private static Task<PageView> BeginAsync(Visitor by, string title, string text, string kind = "talk") =>
        by.SubmitAsync($"{Home}/new?week=1&kind={kind}", Start, ("title", title), ("text", text));

    private static Task<PageView> ReplyAsync(Visitor by, string thread, string text) => by.SubmitAsync(thread, Reply, ("text", text));

    private static string IdOf(PageView thread) => thread.Path.Split('/')[4].Split('?')[0];

    private Task<PageView> PressAsync(PageView page)
    {
        var button = page.Document.QuerySelector("#p-1 button[data-kind=thanks]")!;
        return tariq.PressAsync(page, "#p-1 button[data-kind=thanks]", ("react", button.GetAttribute("value")!));
    }

    private static (string?, string) Pressed(PageView page)
    {
        var button = page.Document.QuerySelector("#p-1 button[data-kind=thanks]")!;
        return (button.GetAttribute("aria-pressed"), button.QuerySelector(".count")!.TextContent);
    }
}
