using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Discussion;

public sealed class VoiceTests
{
    [Fact]
    public async Task Post_BySomebodyOutsideTheCohort_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        await talk.Pilot.Register("mallory");

        (await talk.Voice("mallory").Post(thread, new(Talk.NewId(), "Hello."))).Outcome.Refused("voice.not-on-roster");
    }

    [Fact]
    public async Task Post_WhilePaused_IsRefused()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        (await talk.Grains.Learner("amina").Pause("spring")).Accepted();

        (await talk.Voice("amina").Post(thread, new(Talk.NewId(), "Hello."))).Outcome.Refused("voice.paused");
    }

    [Fact]
    public async Task Mute_LetsRead_NotWrite_UntilItEnds_AndStillLetsTakeBack()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var post = await talk.Say("amina", thread);
        (await talk.Voice("amina").Mute(Pilot.Sunday.AddHours(3))).Accepted();

        var refused = (await talk.Voice("amina").Post(thread, new(Talk.NewId(), "But…"))).Outcome;
        refused.Refused("voice.muted");
        Assert.Equal("3", refused.Args["n"]);
        (await talk.Voice("amina").React(thread, thread, ReactionKind.Idea, on: true)).Refused("voice.muted");
        (await talk.Voice("amina").Withdraw(thread, post)).Accepted();
        talk.Pilot.Clock.Advance(TimeSpan.FromHours(3));
        await talk.Say("amina", thread);
    }

    [Fact]
    public async Task Post_TooOften_IsRefusedWithTheTimeToWait_AndGoesOnThen()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        foreach (var _ in Enumerable.Range(0, 12))
        {
            await talk.Say("amina", thread);
        }

        var refused = (await talk.Voice("amina").Post(thread, new(Talk.NewId(), "More."))).Outcome;
        refused.Refused("voice.too-fast");
        Assert.Equal("120", refused.Args["n"]);
        talk.Pilot.Clock.Advance(TimeSpan.FromMinutes(2));
        await talk.Say("amina", thread);
    }

    [Fact]
    public async Task FirstPost_WhereTheyAwaitALook_IsSeenByStaffAndAuthorOnly_UntilItIsLetThrough()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var post = new NewPost(Talk.NewId(), "Bonjour de Lomé", Awaits: true);
        (await talk.Voice("amina").Post(thread, post)).Outcome.Accepted();

        Assert.Null(await talk.Thread(thread).Find(post.Id, Talk.Everyone));
        Assert.NotNull(await talk.Thread(thread).Find(post.Id, new("amina", IsStaff: false)));

        (await talk.Thread(thread).Judge(post.Id, PostState.Shown, reason: null)).Accepted();
        (await talk.Voice("amina").Welcome()).Accepted();
        var second = new NewPost(Talk.NewId(), "Encore", Awaits: true);
        (await talk.Voice("amina").Post(thread, second)).Outcome.Accepted();

        Assert.Equal(PostState.Shown, (await talk.Find(thread, post.Id)).State);
        Assert.Equal(PostState.Shown, (await talk.Find(thread, second.Id)).State);
    }

    [Fact]
    public async Task FirstPost_OfTheTeamOrOfWhoWroteBefore_AwaitsNobody()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var (byMaya, byKenji) = (new NewPost(Talk.NewId(), "Welcome", Awaits: true), new NewPost(Talk.NewId(), "Thanks", Awaits: true));

        (await talk.Voice("maya").Post(thread, byMaya)).Outcome.Accepted();
        (await talk.Voice("kenji").Post(thread, byKenji)).Outcome.Accepted();

        Assert.Equal(PostState.Shown, (await talk.Find(thread, byMaya.Id)).State);
        Assert.Equal(PostState.Shown, (await talk.Find(thread, byKenji.Id)).State);
    }

    [Fact]
    public async Task MarkRead_NeverGoesBack_AndIsThereAfterARestart()
    {
        await using var talk = await Talk.StartAsync(onDisk: true);
        var thread = await talk.Ask();

        (await talk.Voice("amina").MarkRead(thread, 7)).Accepted();
        (await talk.Voice("amina").MarkRead(thread, 3)).Accepted();
        await talk.Pilot.Restart();

        Assert.Equal(7, (await talk.Voice("amina").Get()).Read[thread]);
    }

    [Theory]
    [InlineData("../other/x")]
    [InlineData("")]
    [InlineData("A1B2C3D4-0000-7000-8000-000000000000")]
    public async Task Ids_ThatAreNoGuids_AreRefused(string id)
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();

        (await talk.Voice("amina").Post(thread, new(id, "Hello."))).Outcome.Refused("post.id-unfit");
        (await talk.Voice("amina").Start(Talk.Question(id))).Refused("post.id-unfit");
    }

    [Fact]
    public async Task Erase_LeavesAGapWithNoNameAndNoText()
    {
        await using var talk = await Talk.StartAsync();
        var thread = await talk.Ask();
        var post = await talk.Say("amina", thread, "Mine.");
        (await talk.Voice("amina").React(thread, thread, ReactionKind.Thanks, on: true)).Accepted();

        await talk.Voice("amina").Erase();

        var gap = await talk.Find(thread, post, Talk.Staff);
        Assert.Equal(("", PostState.Withdrawn, null), (gap.By, gap.State, gap.Text));
        Assert.Empty((await talk.Find(thread, thread)).Reactions);
        Assert.Empty((await talk.Voice("amina").Get()).Wrote);
    }
}
