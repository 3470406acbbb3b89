using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Grains.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Moderation;

public sealed class ActTests
{
    [Fact]
    public async Task Hide_HidesThePost_AnswersTheCase_AndStandsInTheLogOnce()
    {
        await using var desk = await Desk.StartAsync();
        var hide = Desk.Hide(await desk.Reported(), seen: 1);

        (await desk.Moderation.Act(hide, Desk.Ines)).Accepted();
        (await desk.Moderation.Act(hide, Desk.Ines)).Accepted();

        Assert.Equal(PostState.Hidden, (await desk.Talk.Find(desk.Thread, desk.Post)).State);
        Assert.Equal("Hostile\nNo insults, please.", (await desk.Talk.Find(desk.Thread, desk.Post, new("kenji", false))).Reason);
        Assert.Empty(await desk.Moderation.Waiting(Desk.Ines));
        var entry = Assert.Single((await desk.Moderation.Log(Desk.Ravi, null)).Entries).Act!;
        Assert.Equal((ActKind.Hide, "ines", "kenji", "No insults, please."), (entry.Kind, entry.By, entry.About, entry.Words));
        await desk.IsWhole();
    }

    [Fact]
    public async Task Act_OfTwoModeratorsAtOnce_OneWins_TheOtherIsTold()
    {
        await using var desk = await Desk.StartAsync();
        var id = await desk.Reported();

        var outcomes = await Task.WhenAll(
            desk.Moderation.Act(Desk.Hide(id, seen: 1), Desk.Ines),
            desk.Moderation.Act(new(Talk.NewId(), ActKind.Dismiss, id, Seen: 1), Desk.Ravi));

        Assert.Equal([null, "case.changed-meanwhile"], outcomes.Select(outcome => outcome.Code).Order(StringComparer.Ordinal));
        Assert.Single((await desk.Moderation.Log(Desk.Omar, null)).Entries);
    }

    [Fact]
    public async Task Undo_ShowsThePostAgain_OpensTheCase_AndHappensOnce()
    {
        await using var desk = await Desk.StartAsync();
        var hide = Desk.Hide(await desk.Reported());
        (await desk.Moderation.Act(hide, Desk.Ines)).Accepted();
        var undo = Talk.NewId();

        (await desk.Moderation.Undo(undo, hide.Id, "My mistake.", Desk.Ravi)).Accepted();
        (await desk.Moderation.Undo(undo, hide.Id, "My mistake.", Desk.Ravi)).Accepted();
        (await desk.Moderation.Undo(Talk.NewId(), hide.Id, "", Desk.Ravi)).Refused("act.cannot-undo");

        Assert.Equal(PostState.Shown, (await desk.Talk.Find(desk.Thread, desk.Post)).State);
        Assert.Single(await desk.Moderation.Waiting(Desk.Ines));
        Assert.Equal([ActKind.Show, ActKind.Hide], (await desk.Moderation.Log(Desk.Omar, null)).Entries.Select(entry => entry.Act!.Kind));
        Assert.True((await desk.Moderation.Log(Desk.Omar, null)).Entries[1].Act!.Undone);
    }

    [Fact]
    public async Task Hide_FromTheThread_AnswersTheOpenCase_OrBeginsOneToAppealIn()
    {
        await using var desk = await Desk.StartAsync();
        var hide = new NewAct(Talk.NewId(), ActKind.Hide, Thread: desk.Thread, Post: desk.Post, Reason: ReportReason.Hostile);
        (await desk.Moderation.Act(hide, Desk.Ines)).Accepted();

        var hidden = Assert.Single(await desk.Moderation.HiddenPosts("kenji"));
        Assert.Equal((hide.Id, true), (hidden.Case, hidden.Hidden));

        var other = await desk.Talk.Say("kenji", desk.Thread, "And you neither.");
        var reported = await desk.Reported(desk.Report() with { Post = other });
        (await desk.Moderation.Act(hide with { Id = Talk.NewId(), Post = other }, Desk.Ines)).Accepted();
        Assert.Equal(CaseState.Decided, (await desk.Moderation.Case(reported, Desk.Ines))!.State);
    }

    [Fact]
    public async Task Appeal_IsDecidedBySomebodyElse_AndReversedShowsThePost()
    {
        await using var desk = await Desk.StartAsync();
        var id = await desk.Reported();
        (await desk.Moderation.Act(Desk.Hide(id), Desk.Ines)).Accepted();

        (await desk.Moderation.Appeal(id, "amina", "Show it")).Refused("appeal.nothing");
        (await desk.Moderation.Appeal(id, "kenji", "I was quoting.")).Accepted();
        (await desk.Moderation.Appeal(id, "kenji", "I was quoting.")).Accepted();
        (await desk.Moderation.Appeal(id, "kenji", "Again")).Refused("appeal.once");

        Assert.Equal(CaseState.Appealed, Assert.Single(await desk.Moderation.Waiting(Desk.Ravi)).State);
        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Reverse, id), Desk.Ines)).Refused("appeal.another");
        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Reverse, id, Words: "You were."), Desk.Ravi)).Accepted();

        Assert.Equal(PostState.Shown, (await desk.Talk.Find(desk.Thread, desk.Post)).State);
        var answered = (await desk.Moderation.HiddenPosts("kenji"))[0].Appeal!;
        Assert.Equal((ActKind.Reverse, "You were."), (answered.Decision, answered.Answer));
        Assert.Equal(ActKind.Reverse, (await desk.Moderation.ReportsOf("amina"))[0].Answer);
    }

    [Fact]
    public async Task Act_OnOnesOwnPost_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var own = await desk.Talk.Say("ines", desk.Thread, "Mine.");

        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Hide, Thread: desk.Thread, Post: own, Reason: ReportReason.Other), Desk.Ines)).Refused("act.about-yourself");
    }

    [Fact]
    public async Task Mute_LetsThemReadAndNotWrite_UntilItIsTakenBack()
    {
        await using var desk = await Desk.StartAsync();
        var mute = new NewAct(Talk.NewId(), ActKind.Mute, Person: "kenji", Until: desk.Pilot.Clock.Now.AddDays(2), Words: "Cool down.");
        (await desk.Moderation.Act(mute, Desk.Ines)).Accepted();

        (await desk.Talk.Voice("kenji").Post(desk.Thread, new(Talk.NewId(), "Hm."))).Outcome.Refused("voice.muted");
        (await desk.Moderation.Undo(Talk.NewId(), mute.Id, "", Desk.Ines)).Accepted();
        await desk.Talk.Say("kenji", desk.Thread, "Thank you.");
    }

    [Fact]
    public async Task Threads_ArePinnedLockedSlowedAndMoved_AndAllOfItIsTakenBack()
    {
        await using var desk = await Desk.StartAsync();
        var before = await Summary();
        var acts = new[] { ActKind.Pin, ActKind.Lock, ActKind.Slow, ActKind.Move }
            .Select(kind => new NewAct(Talk.NewId(), kind, Thread: desk.Thread, Number: kind == ActKind.Slow ? 30 : kind == ActKind.Move ? 2 : null)).ToArray();
        foreach (var act in acts)
        {
            (await desk.Moderation.Act(act, Desk.Ines)).Accepted();
        }

        var after = await Summary();
        Assert.Equal((true, true, 30, 2), (after.Pinned, after.Locked, after.SlowMinutes, after.Week));
        Assert.Empty(await desk.Talk.Week(1).List());
        Assert.Equal(desk.Thread, Assert.Single(await desk.Talk.Week(2).List()).Thread);

        foreach (var act in acts)
        {
            (await desk.Moderation.Undo(Talk.NewId(), act.Id, "", Desk.Ravi)).Accepted();
        }

        Assert.Equal(before with { Version = 0 }, await Summary() with { Version = 0 });
        Assert.Single(await desk.Talk.Week(1).List());
        await desk.IsWhole();

        async Task<ThreadSummary> Summary() => (await desk.Talk.Thread(desk.Thread).Summary())!;
    }

    [Fact]
    public async Task Mentor_PinsAndTakesThatBack_AndMayNotLock()
    {
        await using var desk = await Desk.StartAsync();
        var pin = new NewAct(Talk.NewId(), ActKind.Pin, Thread: desk.Thread);

        (await desk.Moderation.Act(pin, Desk.Maya)).Accepted();
        (await desk.Moderation.Undo(Talk.NewId(), pin.Id, "", Desk.Maya)).Accepted();
        (await desk.Moderation.Act(pin with { Id = Talk.NewId(), Kind = ActKind.Lock }, Desk.Maya)).Refused("act.not-yours");
        (await desk.Moderation.Act(pin with { Id = Talk.NewId() }, Desk.Amina)).Refused("act.not-yours");
    }

    [Fact]
    public async Task FirstPost_WhenApproved_IsShown_AndItsAuthorIsWelcome()
    {
        await using var desk = await Desk.StartAsync();
        (await desk.Moderation.AskFirstLook(Talk.NewId(), wanted: true, Desk.Ines)).Accepted();
        Assert.True((await desk.Moderation.Settings()).FirstLook);
        var first = Talk.NewId();
        (await desk.Talk.Voice("amina").Post(desk.Thread, new(first, "Bonjour de Lomé", Awaits: true))).Outcome.Accepted();
        Assert.Equal(1, (await desk.Talk.Thread(desk.Thread).Summary())!.Awaiting);

        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Approve, Thread: desk.Thread, Post: first), Desk.Maya)).Accepted();

        Assert.Equal(PostState.Shown, (await desk.Talk.Find(desk.Thread, first)).State);
        Assert.True((await desk.Talk.Voice("amina").Get()).Welcomed);
        Assert.Equal(0, (await desk.Talk.Thread(desk.Thread).Summary())!.Awaiting);
    }

    [Theory]
    [InlineData("posts", Fault.BeforeItIsKept)]
    [InlineData("case", Fault.AfterItIsKept)]
    [InlineData("moderation-log", Fault.BeforeItIsKept)]
    public async Task Act_ThatFailedInTheMiddle_IsCarriedOutBeforeTheNextOne(string kind, Fault fault)
    {
        await using var desk = await Desk.StartAsync();
        var hide = Desk.Hide(await desk.Reported());
        desk.Pilot.Store.FailNext(kind, fault);
        await Faults.Reach(() => desk.Moderation.Act(hide, Desk.Ines));

        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Pin, Thread: desk.Thread), Desk.Ravi)).Accepted();

        Assert.Equal([ActKind.Pin, ActKind.Hide], (await desk.Moderation.Log(Desk.Omar, null)).Entries.Select(entry => entry.Act!.Kind));
        Assert.Equal(PostState.Hidden, (await desk.Talk.Find(desk.Thread, desk.Post)).State);
        await desk.IsWhole();
    }

    [Theory]
    [InlineData("moderation", Fault.AfterItIsKept)]
    [InlineData("posts", Fault.BeforeItIsKept)]
    [InlineData("posts", Fault.AfterItIsKept)]
    [InlineData("case", Fault.BeforeItIsKept)]
    [InlineData("case", Fault.AfterItIsKept)]
    [InlineData("moderation-log", Fault.BeforeItIsKept)]
    [InlineData("moderation-log", Fault.AfterItIsKept)]
    public async Task Act_WhenTheProcessDiesInTheMiddle_IsCarriedOutOnceWhenSentAgain(string kind, Fault fault)
    {
        await using var desk = await Desk.StartAsync();
        var hide = Desk.Hide(await desk.Reported());
        desk.Pilot.Store.FailNext(kind, fault);
        await Faults.Reach(() => desk.Moderation.Act(hide, Desk.Ines));

        await desk.Pilot.Restart();
        (await desk.Moderation.Act(hide, Desk.Ines)).Accepted();

        Assert.Equal(PostState.Hidden, (await desk.Talk.Find(desk.Thread, desk.Post)).State);
        Assert.Single((await desk.Moderation.Log(Desk.Omar, null)).Entries);
        Assert.Equal(CaseState.Decided, (await desk.Moderation.Case(hide.Case!, Desk.Ines))!.State);
        await desk.IsWhole();
    }

    [Fact]
    public async Task Log_OverManyPages_HoldsAndIsReadInParts()
    {
        await using var desk = await Desk.StartAsync();
        foreach (var n in Enumerable.Range(0, 120))
        {
            (await desk.Moderation.Act(new(Talk.NewId(), n % 2 == 0 ? ActKind.Pin : ActKind.Unpin, Thread: desk.Thread), Desk.Ines)).Accepted();
        }

        await desk.IsWhole();
        var numbers = new List<int>();
        for (int? before = null; ;)
        {
            var slice = await desk.Moderation.Log(Desk.Omar, before);
            numbers.AddRange(slice.Entries.Select(entry => entry.Number));
            if ((before = slice.Before) is null)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse(), numbers);
    }

    [Fact]
    public async Task Erase_TakesThePersonOutEverywhere_AndTheChainStillHolds()
    {
        await using var desk = await Desk.StartAsync();
        var id = await desk.Reported();
        (await desk.Moderation.Act(Desk.Hide(id), Desk.Ines)).Accepted();
        (await desk.Moderation.Appeal(id, "kenji", "I was quoting.")).Accepted();
        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Mute, Person: "kenji", Until: desk.Pilot.Clock.Now.AddDays(2)), Desk.Ines)).Accepted();

        await desk.Moderation.Erase("kenji");
        await desk.Moderation.Erase("kenji");

        await desk.IsWhole();
        var left = await desk.Pilot.Store.Everything();
        Assert.DoesNotContain(left, stored => stored.Kind is "case" or "moderation" or "moderation-log" && System.Text.Encoding.UTF8.GetString(stored.Body.Span).Contains("kenji", StringComparison.Ordinal));
        Assert.Empty(await desk.Moderation.HiddenPosts("kenji"));
    }

    [Fact]
    public async Task Replies_AreKeptChangedAndDropped()
    {
        await using var desk = await Desk.StartAsync();
        var reply = new SavedReplyView("r", "Welcome", " Good that you are here. ", "en");

        (await desk.Moderation.KeepReply(reply)).Accepted();
        (await desk.Moderation.KeepReply(reply)).Accepted();
        (await desk.Moderation.KeepReply(reply with { Text = "Hello." })).Accepted();
        (await desk.Moderation.KeepReply(reply with { Id = "s", Text = " " })).Refused("reply.empty");
        Assert.Equal([reply with { Text = "Hello." }], await desk.Moderation.Replies());
        (await desk.Moderation.DropReply("r")).Accepted();
        (await desk.Moderation.DropReply("r")).Accepted();
        Assert.Empty(await desk.Moderation.Replies());
    }
}
