using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Web.Api;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Discussion;

/// <summary>A program takes part in the discussion under the rules of the pages.</summary>
public sealed class DiscussionApiTests : IAsyncLifetime
{
    private const string Threads = "cohorts/spring/threads";
    private static readonly string Thread = Guid.CreateVersion7().ToString();
    private static readonly string Posts = $"{Threads}/{Thread}/posts";

    private TestPilot pilot = null!;
    private Visitor maya = null!;
    private ApiClient client = null!;
    private ApiClient other = null!;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        maya = await pilot.JoinAsync("maya", "spring");
        client = await ApiClient.OfAsync(pilot, maya);
        other = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("tariq", "spring"));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        other.Dispose();
        await pilot.DisposeAsync();
    }

    [Fact]
    public async Task Thread_BegunTwice_IsOne()
    {
        var begun = await BeginAsync();
        var again = await BeginAsync();

        Assert.Equal((201, $"/api/v1/{Threads}/{Thread}"), (begun.Status, begun.Location));
        Assert.Equal(("Hello", "question", "Maya", true), (begun["title"].GetString(), begun["kind"].GetString(), begun["by"].GetProperty("handle").GetString(), begun["unanswered"].GetBoolean()));
        Assert.Equal((200, begun.Body), (again.Status, again.Body));
        Assert.Equal(begun.Body, (await other.GetAsync($"{Threads}/{Thread}")).Body);
        Assert.Equal([Thread], await IdsAsync($"{Threads}?week=1"));
        Assert.Equal([Thread], await IdsAsync(Threads));
        Assert.Equal("week.not-open", (await client.GetAsync($"{Threads}?week=2")).Code(404));
        Assert.Equal("week.unknown", (await client.GetAsync($"{Threads}?week=99")).Code(404));
        Assert.Equal("thread.id-taken", (await other.PostAsync(Threads, new { id = Thread, week = 1, title = "Mine", body = "Mine" })).Code(409));
    }

    [Theory]
    [InlineData("week", 2, "week.not-open")]
    [InlineData("week", 99, "week.unknown")]
    [InlineData("title", " \u200B", "thread.title-empty")]
    [InlineData("body", null, "request.invalid")]
    [InlineData("id", null, "request.invalid")]
    public async Task Thread_WithAFieldThatWontDo_IsRefusedWithThatField(string field, object? value, string code)
    {
        var asked = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = Thread, ["week"] = 1, ["title"] = "Hello", ["body"] = "Hello", ["kind"] = "talk" };
        asked[field] = value;

        var answer = await client.PostAsync(Threads, asked);

        Assert.Equal(code, answer.Code(422));
        Assert.Equal(field, Assert.Single(answer["errors"].EnumerateObject()).Name);
        Assert.Equal("thread.unknown", (await client.GetAsync($"{Threads}/{Thread}")).Code(404));
    }

    [Fact]
    public async Task Post_WrittenTwice_IsOneAndShowsNames()
    {
        await BeginAsync();
        var id = Guid.CreateVersion7();

        var sent = await other.PostAsync(Posts, new { id, body = "Thank you, @Maya!", replyTo = Thread });
        var again = await other.PostAsync(Posts, new { id, body = "Thank you, @Maya!", replyTo = Thread });

        Assert.Equal((201, 200, sent.Body), (sent.Status, again.Status, again.Body));
        Assert.Equal(("Thank you, @Maya!", 2, 1, true), (sent["body"].GetString(), sent["number"].GetInt32(), sent["replyToNumber"].GetInt32(), sent["mine"].GetBoolean()));
        Assert.Equal($"Thank you, @{{{maya.Learner}}}!", (await pilot.Grains.Thread("spring", Thread).Find(id.ToString(), new("", IsStaff: false)))!.Text);
        Assert.Equal([Thread, id.ToString()], await IdsAsync(Posts));
        Assert.DoesNotContain(maya.Learner, (await client.GetAsync(Posts)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ToWhatIsNotThere_IsRefused()
    {
        await BeginAsync();

        Assert.Equal("thread.unknown", (await client.PostAsync($"{Threads}/{Guid.NewGuid()}/posts", new { id = Guid.NewGuid(), body = "Hello" })).Code(404));
        Assert.Equal("post.unknown", (await client.PostAsync(Posts, new { id = Guid.NewGuid(), body = "Hello", replyTo = Guid.NewGuid() })).Code(422));
        Assert.Equal("request.malformed", (await client.PostAsync(Posts, new { id = Guid.NewGuid(), body = "Hello", surprise = 1 })).Code(400));
        Assert.Equal("post.too-long", (await client.PostAsync(Posts, new { id = Guid.NewGuid(), body = new string('x', 8_001) })).Code(422));
        Assert.Equal("request.malformed", (await client.GetAsync($"{Posts}?cursor=nonsense!")).Code(400));
    }

    [Fact]
    public async Task Posts_OfALongThread_ComeInParts()
    {
        await BeginAsync();
        for (var number = 2; number <= 60; number++)
        {
            pilot.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(201, (await other.PostAsync(Posts, new { id = Guid.CreateVersion7(), body = $"Post {number}" })).Status);
        }

        var first = await client.GetAsync(Posts);
        var second = await client.GetAsync($"{Posts}?cursor={first["next"].GetString()}");

        Assert.Equal((50, 10), (first["items"].GetArrayLength(), second["items"].GetArrayLength()));
        Assert.Equal(51, second["items"][0].GetProperty("number").GetInt32());
        Assert.Null(second["next"].GetString());
    }

    [Fact]
    public async Task Post_IsChangedAndWithdrawnByItsAuthorAlone()
    {
        await BeginAsync();
        var post = $"{Posts}/{Thread}";

        Assert.Equal("post.not-yours", (await other.PatchAsync(post, new { body = "Mine now" })).Code(409));
        Assert.Equal("post.not-yours", (await other.DeleteAsync(post)).Code(409));
        Assert.Equal("Better", (await client.PatchAsync(post, new { body = "Better" }))["body"].GetString());
        Assert.Equal((204, 204), ((await client.DeleteAsync(post)).Status, (await client.DeleteAsync(post)).Status));
        Assert.Equal("post.not-shown", (await client.PatchAsync(post, new { body = "Back again" })).Code(409));
    }

    [Fact]
    public async Task Reaction_SentTwice_CountsOnce()
    {
        await BeginAsync();
        var thanks = $"{Posts}/{Thread}/reactions/thanks";

        Assert.Equal((204, 204), ((await other.PutAsync(thanks)).Status, (await other.PutAsync(thanks)).Status));
        var seen = (await client.GetAsync(Posts))["items"][0].GetProperty("reactions");
        Assert.Equal(("thanks", 1, false), (seen[0].GetProperty("kind").GetString(), seen[0].GetProperty("count").GetInt32(), seen[0].GetProperty("mine").GetBoolean()));
        Assert.Equal(204, (await other.DeleteAsync(thanks)).Status);
        Assert.Equal(0, (await client.GetAsync(Posts))["items"][0].GetProperty("reactions").GetArrayLength());
        Assert.Equal("resource.unknown", (await other.PutAsync($"{Posts}/{Thread}/reactions/anger")).Code(404));
        Assert.Equal("post.unknown", (await other.PutAsync($"{Posts}/{Guid.NewGuid()}/reactions/idea")).Code(404));
    }

    [Fact]
    public async Task WhoMayNotWriteNow_IsToldWhy()
    {
        await BeginAsync();
        var grain = pilot.Grains.Thread("spring", Thread);
        await grain.Lock(true);
        Assert.Equal("thread.locked", (await PostAsync(other)).Code(409));
        await grain.Lock(false);
        await grain.Slow(10);
        Assert.Equal("thread.slow", (await PostAsync(client)).Code(409));
        await grain.Slow(0);
        await pilot.Grains.Voice("spring", maya.Learner).Mute(pilot.Clock.Now.AddHours(2));
        Assert.Equal("voice.muted", (await PostAsync(client)).Code(409));
        ApiAnswer answer;
        do
        {
            answer = await PostAsync(other);
        }
        while (answer.Status == 201);
        Assert.Equal("voice.too-fast", answer.Code(429));
        Assert.Equal(TimeSpan.FromMinutes(2), answer.RetryAfter);
    }

    [Fact]
    public async Task WhatAReaderMayNotRead_IsNotInTheAnswer()
    {
        await BeginAsync();
        await pilot.Grains.Thread("spring", Thread).Judge(Thread, PostState.Hidden, "too personal");
        var hidden = Guid.CreateVersion7().ToString();
        await pilot.Grains.Voice("spring", maya.Learner).Start(new(hidden, 1, "In private", ThreadKind.Question, Audience.Instructors, new(hidden, "Only you")));
        using var instructor = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor));
        await pilot.CohortAsync("autumn");
        using var stranger = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("sol", "autumn"));

        Assert.Equal("thread.unknown", (await other.GetAsync($"{Threads}/{hidden}")).Code(404));
        Assert.Equal("thread.unknown", (await other.GetAsync($"{Threads}/{hidden}/posts")).Code(404));
        Assert.Equal("thread.unknown", (await other.GetAsync(Posts)).Code(404));
        Assert.Empty(await IdsAsync(Threads, other));
        Assert.Equal("Only you", (await instructor.GetAsync($"{Threads}/{hidden}/posts"))["items"][0].GetProperty("body").GetString());
        Assert.Equal("too personal", (await client.GetAsync(Posts))["items"][0].GetProperty("reason").GetString());
        Assert.Equal("resource.unknown", (await stranger.GetAsync(Posts)).Code(404));
        Assert.Equal("thread.unknown", (await stranger.GetAsync($"cohorts/autumn/threads/{Thread}/posts")).Code(404));
    }

    private Task<ApiAnswer> BeginAsync() => client.PostAsync(Threads, new { id = Thread, week = 1, title = "Hello", body = "How do *you* begin?", kind = "question" });

    private static Task<ApiAnswer> PostAsync(ApiClient by) => by.PostAsync(Posts, new { id = Guid.CreateVersion7(), body = "One more" });

    private Task<string[]> IdsAsync(string path) => IdsAsync(path, client);

    private static async Task<string[]> IdsAsync(string path, ApiClient by) =>
        [.. (await by.GetAsync(path))["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
}
