using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Web.Api;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Search;

/// <summary>People find what everybody in their cohort can read, and nothing else.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private const string Page = "/c/spring/search";

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

    [Theory]
    [InlineData("Meeting partners in Córdoba", "cordoba", "Córdoba")]
    [InlineData("كَتَبْتُ عن الشَّراكات", "الشراكات", "الشَّراكات")]
    [InlineData("パートナーシップの計画", "計画", "計画")]
    [InlineData("Meeting partners", "\"meeting part\" -", "Meeting part")]
    public async Task Words_OfAnyLanguage_AreFoundAndMarked(string text, string typed, string marked)
    {
        var thread = await BeginAsync(maya, "A title", "Nothing to see");
        await PostAsync(tariq, thread, text);

        var page = await maya.SubmitAsync(Page, "form[role=search]", ("q", typed));

        Assert.Equal(200, (int)page.Status);
        Assert.Equal(marked, page.Document.QuerySelector(".found mark")?.TextContent);
        Assert.Equal($"/c/spring/discussion/{thread}?at=2#p-2", page.Document.QuerySelector(".thread-title a")?.GetAttribute("href"));
        Assert.Contains("Tariq", page.Text, StringComparison.Ordinal);
        Assert.Equal(typed, page.Value("q"));
    }

    [Fact]
    public async Task Markup_InWhatWasWritten_StaysText()
    {
        await BeginAsync(maya, "<b>Bold</b> title", "`<script>alert(1)</script>` needle & more");

        var page = await maya.GetAsync($"{Page}?q=needle");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; <mark>needle</mark> &amp; more", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Bold&lt;/b&gt;", page.Html, StringComparison.Ordinal);
        Assert.Equal("needle", Assert.Single(page.Document.QuerySelectorAll("mark")).TextContent);
        var title = await maya.GetAsync($"{Page}?q=%3Cb%3E%22%27");
        Assert.Equal("<b>", Assert.Single(title.Document.QuerySelectorAll("mark")).TextContent);
    }

    [Fact]
    public async Task People_WhoAreNamed_AreShownByTheNameTheyGoByNow()
    {
        await BeginAsync(maya, "Thanks", $"@{{{tariq.Learner}}} helped with the needle");
        Assert.Contains("Tariq", (await maya.GetAsync($"{Page}?q=needle")).Text, StringComparison.Ordinal);
        Assert.True((await pilot.Grains.Learner(tariq.Learner).Rename("spring", "Zeno")).Accepted);

        var page = await maya.GetAsync($"{Page}?q=needle");

        Assert.Contains("Zeno", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tariq", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(tariq.Learner, page.Document.QuerySelector(".found")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsHiddenRemovedOrWithdrawn_IsNotFoundByAnybody()
    {
        var thread = await BeginAsync(maya, "Hello", "First needle");
        var second = await PostAsync(tariq, thread, "Second needle");
        Assert.Equal(2, await CountAsync("needle"));

        await pilot.Grains.Thread("spring", thread).Judge(second, PostState.Hidden, "no");
        Assert.Equal(1, await CountAsync("needle"));
        await pilot.Grains.Thread("spring", thread).Judge(second, PostState.Shown, null);
        Assert.Equal(2, await CountAsync("needle"));
        await pilot.Grains.Thread("spring", thread).Judge(second, PostState.Removed, null);
        Assert.Equal(1, await CountAsync("needle"));
        await pilot.Grains.Voice("spring", maya.Learner).Withdraw(thread, thread);
        Assert.Equal(0, await CountAsync("needle"));
        Assert.Equal(0, await CountAsync("hello"));
    }

    [Fact]
    public async Task Edits_AreFoundByTheirNewWordsOnly()
    {
        var thread = await BeginAsync(maya, "Hello", "An old wording");
        Assert.Equal(1, await CountAsync("wording"));

        Assert.True((await pilot.Grains.Voice("spring", maya.Learner).Edit(thread, thread, "A new phrase")).Accepted);

        Assert.Equal((0, 1), (await CountAsync("wording"), await CountAsync("phrase")));
    }

    [Fact]
    public async Task PrivateQuestionsAndOtherCohorts_AreNeverFound()
    {
        await pilot.CohortAsync("autumn");
        var stranger = await pilot.JoinAsync("sol", "autumn");
        var instructor = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        var id = Id();
        Assert.True((await pilot.Grains.Voice("spring", maya.Learner).Start(
            new(id, 1, "Needle in private", ThreadKind.Question, Audience.Instructors, new(id, "Needle for you alone")))).Accepted);
        await BeginAsync(tariq, "For all", "Needle for all");

        Assert.Single((await instructor.GetAsync($"{Page}?q=needle")).Document.QuerySelectorAll(".found"));
        Assert.Empty((await stranger.GetAsync("/c/autumn/search?q=needle")).Document.QuerySelectorAll(".found"));
        Assert.Equal(404, (int)(await stranger.GetAsync($"{Page}?q=needle")).Status);
    }

    [Fact]
    public async Task Person_Week_AndUnanswered_NarrowItDown()
    {
        var question = await BeginAsync(maya, "How?", "Needle asked", ThreadKind.Question);
        var talk = await BeginAsync(tariq, "Talk", "Needle told");

        Assert.Equal(1, await CountAsync("needle", "&who=%40MAYA"));
        Assert.Equal(2, await CountAsync("needle", "&week=1"));
        Assert.Equal(1, await CountAsync("", "&unanswered=true"));
        Assert.Contains("Nobody", (await maya.GetAsync($"{Page}?who=xyz")).Text, StringComparison.Ordinal);
        await PostAsync(tariq, question, "An answer");
        Assert.Equal(0, await CountAsync("", "&unanswered=true"));
        Assert.True((await pilot.Grains.Thread("spring", talk).Move(2)).Accepted);
        await pilot.Grains.Discussion("spring", 1).Remove(talk);
        await pilot.Grains.Discussion("spring", 2).Add(talk);
        Assert.Equal(1, await CountAsync("needle", "&week=1"));
        Assert.Equal(2, await CountAsync("needle"));
    }

    [Fact]
    public async Task ManyPosts_ComeInParts_TheNewestFirst()
    {
        var thread = await BeginAsync(maya, "Hello", "Post 1 needle");
        for (var number = 2; number <= 25; number++)
        {
            pilot.Clock.Advance(TimeSpan.FromMinutes(1));
            await PostAsync(tariq, thread, $"Post {number} needle");
        }

        var first = await maya.GetAsync($"{Page}?q=needle");
        var second = await maya.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.StartsWith("Post 25", first.Document.QuerySelector(".found")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((20, 5), (first.Document.QuerySelectorAll(".found").Length, second.Document.QuerySelectorAll(".found").Length));
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Index_ThatWasDeleted_IsFilledAgain()
    {
        await BeginAsync(maya, "Hello", "The needle");
        Assert.Equal(1, await CountAsync("needle"));

        await pilot.RestartAsync(meanwhile: () => Directory.Delete(Path.Combine(pilot.Data, "search"), recursive: true));

        maya = await pilot.SignInAsync(maya.Account!);
        Assert.Equal(1, await CountAsync("needle"));
        Assert.True(Directory.Exists(Path.Combine(pilot.Data, "search")));
    }

    [Fact]
    public async Task Api_FindsTheSameAsThePage()
    {
        var thread = await BeginAsync(maya, "Hello", "The <needle>");
        using var client = await ApiClient.OfAsync(pilot, tariq);

        var answer = await client.GetAsync("cohorts/spring/search?q=needle");
        var item = Assert.Single(answer["items"].EnumerateArray());

        Assert.Equal((thread, 1, "Maya"), (item.GetProperty("thread").GetString(), item.GetProperty("number").GetInt32(), item.GetProperty("by").GetProperty("handle").GetString()));
        Assert.Equal("The &lt;<mark>needle</mark>&gt;", item.GetProperty("html").GetString());
        Assert.Equal(0, (await client.GetAsync("cohorts/spring/search"))["items"].GetArrayLength());
        Assert.Equal("request.malformed", (await client.GetAsync("cohorts/spring/search?q=needle&cursor=%21")).Code(400));
    }

    private static string Id() => Guid.CreateVersion7().ToString();

    private async Task<string> BeginAsync(Visitor by, string title, string text, ThreadKind kind = ThreadKind.Talk)
    {
        var id = Id();
        Assert.True((await pilot.Grains.Voice("spring", by.Learner).Start(new(id, 1, title, kind, Audience.Cohort, new(id, text)))).Accepted);
        return id;
    }

    private async Task<string> PostAsync(Visitor by, string thread, string text)
    {
        var id = Id();
        Assert.True((await pilot.Grains.Voice("spring", by.Learner).Post(thread, new(id, text))).Outcome.Accepted);
        return id;
    }

    private async Task<int> CountAsync(string words, string more = "") =>
        (await maya.GetAsync($"{Page}?q={words}{more}")).Document.QuerySelectorAll(".found").Length;
}
