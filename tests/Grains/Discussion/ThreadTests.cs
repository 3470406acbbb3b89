using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Discussion;

public sealed class ThreadTests
{
    [Fact]
    public async Task Start_WhenSentTwice_IsOneThreadOnTheListWithOnePost()
    {
        await using var talk = await Talk.StartAsync();
        var thread = Talk.NewId();

        (await talk.Voice("kenji").Start(Talk.Question(thread))).Accepted();
        (await talk.Voice("kenji").Start(Talk.Question(thread))).Accepted();

        var listed = Assert.Single(await talk.Week().List());
        Assert.Equal((thread, "Exclusive rights: what now?", "kenji", 1), (listed.Thread, listed.Title, listed.By, listed.Posts));
        Assert.True(listed.IsUnanswered);
        Assert.Equal([$$"""postAdded {"thread":"{{thread}}","post":"{{thread}}","number":1}""", $$"""threadAdded {"thread":"{{thread}}","week":1}"""], await talk.Pilot.Events());
    }

    [Fact]
    public async Task Start_WhenSomebodyElseHasTheId_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();

        (await talk.Voice("amina").Start(Talk.Question(thread))).Refused("thread.id-taken");
    }

    [Fact]
    public async Task Post_WhenSentTwice_IsOnePost_AlsoAfterARestart()
    {
        await using var talk = await Talk.StartAsync(onDisk: true);
        var thread = await talk.Ask();
        var post = new NewPost(Talk.NewId(), "Twice.", thread);

        var first = await talk.Voice("maya").Post(thread, post);
        var again = await talk.Voice("maya").Post(thread, post);
        await talk.Pilot.Restart();
        var late = await talk.Voice("maya").Post(thread, post);

        Assert.Equal([2, 2, 2], new[] { first, again, late }.Select(reply => reply.Number));
        Assert.Equal(2, (await talk.Thread(thread).Read(1, 50, Talk.Everyone))!.Posts.Length);
        Assert.Equal(1, (await talk.Find(thread, post.Id)).ReplyTo);
    }

    [Fact]
    public async Task Post_WhenSomebodyElseHasTheId_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var post = await talk.Say("maya", thread);

        (await talk.Voice("amina").Post(thread, new(post, "Mine."))).Outcome.Refused("post.id-taken");
    }

    [Fact]
    public async Task Read_OfALongThread_GivesEveryPostOnceInOrder_AlsoAfterARestart()
    {
        await using var talk = await Talk.StartAsync(onDisk: true);
        var thread = await talk.Ask();
        foreach (var number in Enumerable.Range(2, 59))
        {
            (await talk.Thread(thread).Post(new(Talk.NewId(), $"Post {number}"), new("maya", IsTeam: true, IsStaff: false))).Outcome.Accepted();
        }

        var before = (await talk.Thread(thread).Read(1, 200, Talk.Everyone))!;
        await talk.Pilot.Restart();
        var after = (await talk.Thread(thread).Read(1, 200, Talk.Everyone))!;

        Assert.Equal(Enumerable.Range(1, 60), before.Posts.Select(post => post.Number));
        Assert.Equal(before.Posts.Select(post => post.Text), after.Posts.Select(post => post.Text));
        Assert.Equal((60, before.Thread.Version), (after.Thread.Posts, after.Thread.Version));
        Assert.Equal([31, 32], (await talk.Thread(thread).Read(31, 2, Talk.Everyone))!.Posts.Select(post => post.Number));
        Assert.Empty((await talk.Thread(thread).Read(61, 50, Talk.Everyone))!.Posts);
    }

    [Fact]
    public async Task Edit_WithinFifteenMinutes_LeavesNoMark_LaterItDoes_AndKeepsTheTextsBefore()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();

        (await talk.Voice("kenji").Edit(thread, thread, "They want all of it!")).Accepted();
        Assert.Null((await talk.Find(thread, thread)).EditedAt);
        talk.Pilot.Clock.Advance(TimeSpan.FromMinutes(16));
        (await talk.Voice("kenji").Edit(thread, thread, "They want everything.")).Accepted();

        var post = await talk.Find(thread, thread);
        Assert.Equal(("They want everything.", 3, Pilot.Sunday.AddMinutes(16)), (post.Text, post.Versions, post.EditedAt));
        Assert.Equal(["They want **all** of it.", "They want all of it!"], (await talk.Grains.PostHistory($"spring/{thread}", thread).List()).Select(version => version.Text));
    }

    [Fact]
    public async Task Edit_OfSomebodyElsesPost_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();

        (await talk.Voice("amina").Edit(thread, thread, "Ha.")).Refused("post.unknown");
    }

    [Fact]
    public async Task Withdraw_TakesTheTextAndItsHistoryAway()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var post = await talk.Say("amina", thread);
        (await talk.Voice("amina").Edit(thread, post, "Thrice.")).Accepted();

        (await talk.Voice("amina").Withdraw(thread, post)).Accepted();
        (await talk.Voice("amina").Withdraw(thread, post)).Accepted();

        var gone = await talk.Find(thread, post, Talk.Staff);
        Assert.Equal((PostState.Withdrawn, null), (gone.State, gone.Text));
        Assert.Empty(await talk.Grains.PostHistory($"spring/{thread}", post).List());
        Assert.Equal(1, (await talk.Thread(thread).Summary())!.Posts);
    }

    [Fact]
    public async Task React_WhenSentTwice_CountsOnce_AndCanBeTakenBack()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();

        (await talk.Voice("amina").React(thread, thread, ReactionKind.Thanks, on: true)).Accepted();
        (await talk.Voice("amina").React(thread, thread, ReactionKind.Thanks, on: true)).Accepted();
        Assert.Equal(["amina"], Assert.Single((await talk.Find(thread, thread)).Reactions).By);

        (await talk.Voice("amina").React(thread, thread, ReactionKind.Thanks, on: false)).Accepted();
        Assert.Empty((await talk.Find(thread, thread)).Reactions);
    }

    [Theory]
    [InlineData("kenji", null)]
    [InlineData("maya", null)]
    [InlineData("ines", null)]
    [InlineData("amina", "thread.not-yours")]
    public async Task MarkAnswer_IsForTheAskerAndTheTeam(string who, string? refused)
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var answer = await talk.Say("amina", thread);

        var outcome = await talk.Voice(who).MarkAnswer(thread, answer);

        Assert.Equal(refused, outcome.Code);
        Assert.Equal(refused is null ? answer : null, (await talk.Thread(thread).Summary())!.Answer);
    }

    [Fact]
    public async Task Locked_LetsOnlyTheTeamWrite()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        (await talk.Thread(thread).Lock(locked: true)).Accepted();

        (await talk.Voice("amina").Post(thread, new(Talk.NewId(), "But…"))).Outcome.Refused("thread.locked");
        (await talk.Voice("maya").Post(thread, new(Talk.NewId(), "Closed."))).Outcome.Accepted();
    }

    [Fact]
    public async Task Slow_LetsEachParticipantWriteOnceInAWhile()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        (await talk.Thread(thread).Slow(10)).Accepted();
        await talk.Say("amina", thread);

        var tooSoon = (await talk.Voice("amina").Post(thread, new(Talk.NewId(), "And…"))).Outcome;
        talk.Pilot.Clock.Advance(TimeSpan.FromMinutes(10));

        tooSoon.Refused("thread.slow");
        Assert.Equal("10", tooSoon.Args["n"]);
        await talk.Say("amina", thread);
    }

    [Fact]
    public async Task Hidden_IsReadByItsAuthorAndTheStaff_AndALineIsLeftForTheOthers()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var post = await talk.Say("amina", thread, "You people never…");

        (await talk.Thread(thread).Judge(post, PostState.Hidden, "Unkind.")).Accepted();

        Assert.Equal((null, null), ((await talk.Find(thread, post)).Text, (await talk.Find(thread, post)).Reason));
        Assert.Equal("Unkind.", (await talk.Find(thread, post, new("amina", IsStaff: false))).Reason);
        Assert.Equal("You people never…", (await talk.Find(thread, post, Talk.Staff)).Text);
        (await talk.Voice("amina").Edit(thread, post, "Sorry.")).Refused("post.not-shown");
    }

    [Fact]
    public async Task Removed_IsThereForTheStaffOnly()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var post = await talk.Say("amina", thread);

        (await talk.Thread(thread).Judge(post, PostState.Removed, null)).Accepted();

        Assert.Null(await talk.Thread(thread).Find(post, Talk.Everyone));
        Assert.Null(await talk.Thread(thread).Find(post, new("amina", IsStaff: false)));
        Assert.NotNull(await talk.Thread(thread).Find(post, Talk.Staff));
    }

    [Fact]
    public async Task Private_IsThereForTheAskerAndTheStaffOnly_AndNobodyIsTold()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask(Audience.Instructors);

        Assert.Null(await talk.Thread(thread).Read(1, 50, new("amina", IsStaff: false)));
        Assert.NotNull(await talk.Thread(thread).Read(1, 50, new("kenji", IsStaff: false)));
        (await talk.Voice("maya").Post(thread, new(Talk.NewId(), "I see you."))).Outcome.Refused("thread.unknown");
        (await talk.Voice("amina").React(thread, thread, ReactionKind.Thanks, on: true)).Refused("post.unknown");
        (await talk.Voice("ines").Post(thread, new(Talk.NewId(), "Let us talk."))).Outcome.Accepted();
        Assert.Empty(await talk.Week().List());
        Assert.Single(await talk.Grains.PrivateDiscussion("spring").List());
        Assert.Empty(await talk.Pilot.Events());
    }
}
