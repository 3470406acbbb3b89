using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Grains.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Moderation;

/// <summary>What needs a moderator.</summary>
public sealed class LookTests
{
    [Fact]
    public async Task Question_WithoutAnAnswerForADay_StandsOnTheDesk_AndAfterTwoAMentorIsAskedByName()
    {
        await using var desk = await Desk.StartAsync();
        Assert.Empty((await desk.Moderation.Look(Desk.Maya)).Questions);

        desk.Pilot.Clock.JumpTo(Pilot.Sunday.AddHours(25));
        var waiting = Assert.Single((await desk.Moderation.Look(Desk.Maya)).Questions);
        Assert.Equal((desk.Thread, null), (waiting.Thread.Thread, waiting.Asked));

        desk.Pilot.Clock.JumpTo(Pilot.Sunday.AddHours(49));
        Assert.Equal("maya", Assert.Single((await desk.Moderation.Look(Desk.Ines)).Questions).Asked);

        await desk.Talk.Say("ines", desk.Thread, "Ask them why.");
        var answered = await desk.Moderation.Look(Desk.Maya);
        Assert.Empty(answered.Questions);
        Assert.Equal(TimeSpan.FromHours(49), answered.MedianFirstAnswer);
    }

    [Fact]
    public async Task Mentor_IsAskedByName_WithoutAnybodyAtTheDesk_OnceAndAcrossARestart()
    {
        await using var desk = await Desk.StartAsync();
        desk.Pilot.Clock.JumpTo(Pilot.Sunday.AddHours(47));
        Assert.Empty(await desk.Moderation.AskMentors());

        desk.Pilot.Clock.JumpTo(Pilot.Sunday.AddHours(48));
        Assert.Equal([new(desk.Thread, "maya", Pilot.Sunday.AddHours(48))], await desk.Moderation.AskMentors());
        await desk.Pilot.Restart();
        desk.Pilot.Clock.JumpTo(Pilot.Sunday.AddHours(60));
        Assert.Equal([new(desk.Thread, "maya", Pilot.Sunday.AddHours(48))], await desk.Moderation.AskMentors());

        await desk.Talk.Say("ines", desk.Thread, "Ask them why.");
        Assert.Empty(await desk.Moderation.AskMentors());
    }

    [Fact]
    public async Task WriteTo_IsOncePerWeek_WhoeverWrites_AndStandsInTheLog()
    {
        await using var desk = await Desk.StartAsync();
        var act = new NewAct(Talk.NewId(), ActKind.WriteTo, Person: "amina");
        (await desk.Moderation.Act(act, Desk.Maya)).Accepted();
        (await desk.Moderation.Act(act, Desk.Maya)).Accepted();

        (await desk.Moderation.Act(act with { Id = Talk.NewId() }, Desk.Ines)).Refused("act.written-already");
        (await desk.Moderation.Act(act with { Id = Talk.NewId(), Person = "nobody" }, Desk.Ines)).Refused("cohort.not-a-member");
        (await desk.Moderation.Act(act with { Id = Talk.NewId(), Person = "ines" }, Desk.Ines)).Refused("act.about-yourself");
        (await desk.Moderation.Act(act with { Id = Talk.NewId(), Person = "kenji" }, Desk.Amina)).Refused("act.not-yours");
        Assert.Equal([("amina", Pilot.Sunday, "maya")], (await desk.Moderation.WrittenTo()).Select(written => (written.Learner, written.At, written.By)));
        var entry = (await desk.LastEntry()).Act!;
        Assert.Equal((1, ActKind.WriteTo, "maya", "amina", false), (entry.Number, entry.Kind, entry.By, entry.About, entry.CanBeUndone));

        desk.Pilot.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await desk.Moderation.WrittenTo());
        (await desk.Moderation.Act(act with { Id = Talk.NewId() }, Desk.Ines)).Accepted();
        await desk.IsWhole();
    }

    [Fact]
    public async Task Question_InPrivate_IsNoMentors()
    {
        await using var desk = await Desk.StartAsync();
        var asked = await desk.Talk.Ask(Audience.Instructors);
        desk.Pilot.Clock.JumpTo(Pilot.Sunday.AddHours(49));

        Assert.DoesNotContain((await desk.Moderation.Look(Desk.Maya)).Questions, waiting => waiting.Thread.Thread == asked);
        Assert.Null((await desk.Moderation.Look(Desk.Ines)).Questions.Single(waiting => waiting.Thread.Thread == asked).Asked);
    }

    [Fact]
    public async Task FirstPost_ThatWaits_StandsOnTheDesk()
    {
        await using var desk = await Desk.StartAsync();
        var first = Talk.NewId();
        (await desk.Talk.Voice("amina").Post(desk.Thread, new(first, "Bonjour de Lomé", Awaits: true))).Outcome.Accepted();

        Assert.Equal(first, Assert.Single((await desk.Moderation.Look(Desk.Maya)).FirstPosts).Post.Id);
    }

    [Fact]
    public async Task Thread_WithManyPostsInAnHour_RunsHot()
    {
        await using var desk = await Desk.StartAsync();
        foreach (var _ in Enumerable.Range(0, 12))
        {
            desk.Pilot.Clock.Advance(TimeSpan.FromMinutes(4));
            await desk.Talk.Say("ines", desk.Thread, "And another thing.");
        }

        Assert.Equal(desk.Thread, Assert.Single((await desk.Moderation.Look(Desk.Ravi)).Hot).Thread.Thread);
        desk.Pilot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await desk.Moderation.Look(Desk.Ravi)).Hot);
    }

    /// <summary>Two reports make a thread hot, but for whom they are about there are none.</summary>
    [Fact]
    public async Task Thread_WithReports_RunsHot_ButNotForWhomTheyAreAbout()
    {
        await using var desk = await Desk.StartAsync();
        var own = await desk.Talk.Say("ines", desk.Thread, "Silence.");
        await desk.Reported(desk.Report() with { Post = own });
        await desk.Reported(desk.Report("maya") with { Post = own });

        Assert.Equal(2, Assert.Single((await desk.Moderation.Look(Desk.Ravi)).Hot).Reports);
        var ines = await desk.Moderation.Look(Desk.Ines);
        Assert.Empty(ines.Hot);
        Assert.Empty(ines.Cases);
        Assert.Empty((await desk.Moderation.Look(Desk.Maya)).Hot);
    }

    [Fact]
    public async Task Quiet_IsWhoWasNotSeenForAWeek_ButNotWhoRestsOrReads()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Pilot.Join("lin");
        (await desk.Talk.Grains.Learner("lin").Pause(Talk.Cohort)).Accepted();
        Assert.Empty(await desk.Moderation.Quiet());

        desk.Pilot.Clock.JumpTo(Pilot.Monday.AddDays(6));
        (await desk.Talk.Voice("kenji").MarkRead(desk.Thread, 2)).Accepted();
        desk.Pilot.Clock.JumpTo(Pilot.Monday.AddDays(8));

        Assert.Equal(["amina"], await desk.Moderation.Quiet());
        (await desk.Talk.Grains.Learner("amina").Read(Talk.Cohort, 1, null)).Accepted();
        Assert.Equal(["amina"], await desk.Moderation.Quiet());
        desk.Pilot.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Empty(await desk.Moderation.Quiet());
    }

    /// <summary>They are asked side by side, once in ten minutes.</summary>
    [Fact]
    public async Task Quiet_OfACrowd_CountsThemAll()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found(plan: Pilot.Spring with { Seats = 600 });
        foreach (var number in Enumerable.Range(0, 500))
        {
            await pilot.Join($"p{number}");
        }

        pilot.Clock.JumpTo(Pilot.Monday.AddDays(8));

        Assert.Equal(500, (await pilot.Grains.Moderation("spring").Quiet()).Length);
    }

    [Fact]
    public async Task Named_FindsWhoGoesByAName_HoweverItIsTyped()
    {
        await using var desk = await Desk.StartAsync();
        var cohort = desk.Talk.Grains.Cohort(Talk.Cohort);

        Assert.Equal("amina", (await cohort.Named(" aMINA "))?.Learner);
        Assert.Null(await cohort.Named("Nobody"));
        Assert.Null(await cohort.Named(""));
    }
}
