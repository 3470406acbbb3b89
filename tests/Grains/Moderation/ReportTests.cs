using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Grains.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Moderation;

public sealed class ReportTests
{
    [Fact]
    public async Task Report_WhenSentTwice_IsOne_AndReportsOnOnePostGather()
    {
        await using var desk = await Desk.StartAsync();
        var first = desk.Report();

        (await desk.Moderation.Report(first)).Accepted();
        (await desk.Moderation.Report(first)).Accepted();
        (await desk.Moderation.Report(desk.Report("maya", reason: ReportReason.Danger))).Accepted();

        var found = Assert.Single(await desk.Moderation.Waiting(Desk.Ines));
        Assert.Equal((first.Id, 2, ReportReason.Danger, "kenji"), (found.Id, found.Reports.Length, found.Reason, found.About));
    }

    [Fact]
    public async Task Report_AfterARestart_IsThere()
    {
        await using var desk = await Desk.StartAsync(onDisk: true);
        var id = await desk.Reported();

        await desk.Pilot.Restart();

        Assert.Equal(id, Assert.Single(await desk.Moderation.Waiting(Desk.Ines)).Id);
    }

    [Fact]
    public async Task Waiting_HasTheMostUrgentFirst()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Reported();
        var urgent = await desk.Reported(Desk.About("kenji") with { Reason = ReportReason.Danger });

        Assert.Equal(urgent, (await desk.Moderation.Waiting(Desk.Ines))[0].Id);
    }

    /// <summary>Whoever it is about, whatever they are: for them there is no case, no act and no entry of the log.</summary>
    [Theory]
    [InlineData("ines", ReportChannel.Instructors)]
    [InlineData("ines", ReportChannel.SafetyContact)]
    [InlineData("omar", ReportChannel.Instructors)]
    [InlineData("omar", ReportChannel.SafetyContact)]
    public async Task Case_ForItsSubject_DoesNotExist(string subject, ReportChannel channel)
    {
        await using var desk = await Desk.StartAsync();
        var reader = subject == "ines" ? Desk.Ines : Desk.Omar;
        var other = (subject, channel) == ("ines", ReportChannel.SafetyContact) ? Desk.Omar : Desk.Ravi;
        var id = await desk.Reported(Desk.About(subject, channel: channel));

        Assert.Empty(await desk.Moderation.Waiting(reader));
        Assert.Empty(await desk.Moderation.Cases(reader));
        Assert.Null(await desk.Moderation.Case(id, reader));
        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Dismiss, id), reader)).Refused("case.unknown");

        var act = Talk.NewId();
        (await desk.Moderation.Act(new(act, ActKind.Talk, id), other)).Accepted();
        Assert.Empty(await desk.Moderation.Cases(reader));
        Assert.Null(Assert.Single((await desk.Moderation.Log(reader, null)).Entries).Act);
        (await desk.Moderation.Undo(Talk.NewId(), act, "", reader)).Refused("act.unknown");
    }

    [Fact]
    public async Task Report_InConfidence_IsForTheContactAlone()
    {
        await using var desk = await Desk.StartAsync();
        (await desk.Moderation.NameContact(Talk.NewId(), "amina", Desk.Omar)).Accepted();
        var id = await desk.Reported(desk.Report("maya", ReportChannel.SafetyContact));

        Assert.NotNull(await desk.Moderation.Case(id, Desk.Amina));
        Assert.Null(await desk.Moderation.Case(id, Desk.Ines));
        Assert.Null(await desk.Moderation.Case(id, Desk.Omar));
    }

    [Fact]
    public async Task Contact_WhoTakesPart_ActsInTheCaseAndNowhereElse()
    {
        await using var desk = await Desk.StartAsync();
        (await desk.Moderation.NameContact(Talk.NewId(), "amina", Desk.Omar)).Accepted();
        var id = await desk.Reported(desk.Report("maya", ReportChannel.SafetyContact));
        var hide = Desk.Hide(id);

        (await desk.Moderation.Act(hide, Desk.Amina)).Accepted();
        (await desk.Moderation.Undo(Talk.NewId(), hide.Id, "", Desk.Ines)).Refused("act.unknown");
        (await desk.Moderation.Undo(Talk.NewId(), hide.Id, "", Desk.Amina)).Accepted();
        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Talk, id), Desk.Amina)).Accepted();
        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Hide, Thread: desk.Thread, Post: desk.Post, Reason: ReportReason.Other), Desk.Amina)).Refused("act.not-yours");
        (await desk.Moderation.Act(new(Talk.NewId(), ActKind.Mute, Person: "kenji", Until: desk.Pilot.Clock.Now.AddDays(1)), Desk.Amina)).Refused("act.not-yours");
    }

    [Fact]
    public async Task Report_InConfidence_GoesToTheOrganiserOnceTheContactHasLeft()
    {
        await using var desk = await Desk.StartAsync();
        (await desk.Moderation.NameContact(Talk.NewId(), "amina", Desk.Omar)).Accepted();
        var id = await desk.Reported(desk.Report("maya", ReportChannel.SafetyContact));

        await desk.Talk.Grains.Learner("amina").Leave(Talk.Cohort);

        Assert.NotNull(await desk.Moderation.Case(id, Desk.Omar));
    }

    [Fact]
    public async Task NameContact_IsTheOrganisers_AndForPeopleWhoAreHere()
    {
        await using var desk = await Desk.StartAsync();

        (await desk.Moderation.NameContact(Talk.NewId(), "amina", Desk.Ines)).Refused("act.not-yours");
        (await desk.Moderation.NameContact(Talk.NewId(), "stranger", Desk.Omar)).Refused("safety.contact-not-here");
    }

    [Fact]
    public async Task Report_OfWhatOneCannotSee_OrOfOneself_IsRefused()
    {
        await using var desk = await Desk.StartAsync();

        (await desk.Moderation.Report(desk.Report() with { Post = "none" })).Refused("report.unknown-subject");
        (await desk.Moderation.Report(Desk.About("stranger"))).Refused("report.unknown-subject");
        (await desk.Moderation.Report(desk.Report("kenji"))).Refused("report.about-yourself");
        (await desk.Moderation.Report(new(Talk.NewId(), "amina", ReportChannel.Instructors, ReportReason.Danger, "x", Described: "here"))).Refused("report.unknown-subject");
    }

    [Fact]
    public async Task Reporter_IsToldTheOutcome_AndNothingOfWhoDecided()
    {
        await using var desk = await Desk.StartAsync();
        var id = await desk.Reported();
        Assert.Null(Assert.Single(await desk.Moderation.ReportsOf("amina")).Answer);

        (await desk.Moderation.Act(Desk.Hide(id), Desk.Ines)).Accepted();

        var told = Assert.Single(await desk.Moderation.ReportsOf("amina"));
        Assert.Equal((ActKind.Hide, Pilot.Sunday, ""), (told.Answer, told.Answered, told.Note));
        Assert.Empty(await desk.Moderation.ReportsOf("kenji"));
    }

    [Fact]
    public async Task Report_FromOutside_GoesToTheOrganiser_AndIsFollowedByItsCode()
    {
        await using var desk = await Desk.StartAsync();
        var site = desk.Talk.Grains.Moderation(IModerationGrain.Site);
        var report = new NewReport("hash-of-a-code", null, ReportChannel.Instructors, ReportReason.Danger, "They write to me.", Described: "the spring cohort");

        (await site.Report(report)).Accepted();
        (await site.Report(report)).Accepted();
        Assert.Null(await site.Case(report.Id, Desk.Ines with { Role = null }));
        (await site.Act(new(Talk.NewId(), ActKind.Talk, report.Id, Words: "We are on it."), Desk.Omar)).Accepted();

        Assert.Equal((ActKind.Talk, "We are on it."), ((await site.Follow(report.Id))!.Answer, (await site.Follow(report.Id))!.Note));
        Assert.Null(await site.Follow("another"));
    }
}
