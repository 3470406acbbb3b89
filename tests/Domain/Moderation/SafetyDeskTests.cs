using CohortCourses.Domain.Moderation;
using static CohortCourses.Tests.Domain.Moderation.Samples;

namespace CohortCourses.Tests.Domain.Moderation;

public sealed class SafetyDeskTests
{
    private static readonly Moderator Sol = new("sol", Standing.None);

    [Fact]
    public void Report_ToTheInstructors_IsForWhoRunsTheCohort_AndNotForMentors()
    {
        Assert.True(Desk.MayHandle(ReportChannel.Instructors, "lin", Ines));
        Assert.True(Desk.MayHandle(ReportChannel.Instructors, "lin", Omar));
        Assert.False(Desk.MayHandle(ReportChannel.Instructors, "lin", Maya));
        Assert.False(Desk.MayHandle(ReportChannel.Instructors, "lin", Sol));
    }

    [Fact]
    public void Report_InConfidence_IsForTheSafetyContactAlone()
    {
        Assert.True(Desk.MayHandle(ReportChannel.SafetyContact, "lin", Sol));
        Assert.False(Desk.MayHandle(ReportChannel.SafetyContact, "lin", Ines));
        Assert.False(Desk.MayHandle(ReportChannel.SafetyContact, "lin", Omar));
    }

    [Fact]
    public void Report_InConfidenceAboutTheContact_GoesToTheOrganiser()
    {
        Assert.False(Desk.MayHandle(ReportChannel.SafetyContact, "sol", Sol));
        Assert.True(Desk.MayHandle(ReportChannel.SafetyContact, "sol", Omar));
        Assert.True((Desk with { Contact = null }).MayHandle(ReportChannel.SafetyContact, "lin", Omar));
    }

    [Fact]
    public void Report_InConfidenceAboutTheOrganiserWhoIsTheContact_GoesToTheInstructors()
    {
        var desk = new SafetyDesk("omar", "omar");

        Assert.False(desk.MayHandle(ReportChannel.SafetyContact, "omar", Omar));
        Assert.True(desk.MayHandle(ReportChannel.SafetyContact, "omar", Ines));
    }

    [Theory]
    [InlineData(ReportChannel.Instructors)]
    [InlineData(ReportChannel.SafetyContact)]
    public void Report_AboutAnyone_IsNeverTheirs(ReportChannel channel) => Assert.All(
        new[] { Ines, Ravi, Maya, Omar, Sol, new Moderator("omar", Standing.Organiser | Standing.Instructor) },
        reader => Assert.All(new SafetyDesk[] { Desk, new(null, null), new("omar", "omar"), new("ines", "omar") }, desk => Assert.False(desk.MayHandle(channel, reader.Learner, reader))));

    [Theory]
    [InlineData(ActKind.Pin, true)]
    [InlineData(ActKind.Unpin, true)]
    [InlineData(ActKind.Approve, true)]
    [InlineData(ActKind.Lock, false)]
    [InlineData(ActKind.Hide, false)]
    [InlineData(ActKind.Mute, false)]
    [InlineData(ActKind.Dismiss, false)]
    public void Mentors_PinAndLetFirstPostsThrough_AndNoMore(ActKind kind, bool may) => Assert.Equal(may, Maya.May(kind));

    [Fact]
    public void Contact_InAConfidentialCase_MayDoWhatAnInstructorMay()
    {
        Assert.True(Sol.Entrusted(ReportChannel.SafetyContact).May(ActKind.Hide));
        Assert.False(Sol.Entrusted(ReportChannel.Instructors).May(ActKind.Hide));
    }

    [Fact]
    public void Act_OnOnesOwnPost_IsRefused() => Assert.Equal("act.about-yourself", (Hide("h", "ines") with { About = "ines" }).Check(Ines)?.Code);

    [Fact]
    public void Hide_WithoutAReason_IsRefused() => Assert.Equal("act.reason-missing", (Hide("h", "ines") with { Reason = null }).Check(Ines)?.Code);

    [Fact]
    public void Mute_LastsUpToSixtyDays()
    {
        Act Until(int days) => new("m", "ines", ActKind.Mute, Now, About: "lin", Value: Act.Text(Now + NodaTime.Duration.FromDays(days)));

        Assert.Null(Until(60).Check(Ines));
        Assert.Equal("act.until", Until(61).Check(Ines)?.Code);
        Assert.Equal("act.until", Until(0).Check(Ines)?.Code);
    }

    [Fact]
    public void Undo_OfASlowing_BringsBackWhatWasBefore()
    {
        var slowed = new Act("s", "ines", ActKind.Slow, Now, Thread: "t", Value: "30", Before: "5");

        Assert.Equal((ActKind.Slow, "5", "s"), (slowed.Undo("u", "ravi", "", Now)!.Kind, slowed.Undo("u", "ravi", "", Now)!.Value, slowed.Undo("u", "ravi", "", Now)!.Undoes));
        Assert.Null(slowed.Undo("u", "ravi", "", Now)!.Undo("v", "ravi", "", Now));
    }
}
