using CohortCourses.Domain;
using CohortCourses.Domain.Learners;
using NodaTime;

namespace CohortCourses.Tests.Domain.Learners;

public sealed class LearnerTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 2, 18, 12, 0);
    private static readonly Preferences French = new("fr", "Africa/Dakar", Mail: true);

    internal static readonly Learner Known = Learner.Register(null, French, Noon).Accepted();

    private static readonly Learner Enrolled = Known.Enrol("spring", Enrolment.Begin("Amina", Noon)).Accepted();

    [Fact]
    public void Register_WhenRepeated_ChangesNothing() =>
        Assert.Equal(French, Learner.Register(Known, new("en", "Europe/Berlin", Mail: false), Noon).Unchanged().Preferences);

    [Fact]
    public void Register_WhenTheZoneIsUnknown_IsRefused() =>
        Learner.Register(null, French with { Zone = "Dakar" }, Noon).Refused("learner.zone");

    [Theory]
    [InlineData("")]
    [InlineData("<b>")]
    [InlineData("fr fr")]
    [InlineData("-fr")]
    [InlineData("a-tag-that-is-longer-than-any-that-was-ever-registered")]
    public void Register_WhenTheLanguageIsNoTag_IsRefused(string language) =>
        Learner.Register(null, French with { Language = language }, Noon).Refused("learner.language");

    [Theory]
    [InlineData("fr")]
    [InlineData("ckb")]
    [InlineData("zh-Hant-TW")]
    [InlineData("be-tarask")]
    public void Register_WhenTheLanguageIsATag_IsAccepted(string language) =>
        Learner.Register(null, French with { Language = language }, Noon).Accepted();

    [Fact]
    public void Prefer_WhenRepeated_ChangesNothing()
    {
        var quiet = French with { Mail = false };

        Known.Prefer(quiet).Accepted().Prefer(quiet).Unchanged();
    }

    [Fact]
    public void Prefer_WhenTheZoneIsUnknown_IsRefused() => Known.Prefer(French with { Zone = "Dakar" }).Refused("learner.zone");

    [Fact]
    public void Enrol_WhenRepeated_KeepsTheWorkThatWasDoneSince()
    {
        var worked = Enrolled.In("spring", enrolment => enrolment.Complete(1, isOpen: true, Noon)).Accepted();

        Assert.Equal(1, worked.Enrol("spring", Enrolment.Begin("Amina", Noon)).Unchanged().Enrolments["spring"].Completed);
    }

    [Fact]
    public void Enrol_WhenInTwentyCohorts_IsRefused()
    {
        var busy = Enumerable.Range(0, Learner.MostCohorts).Aggregate(Known, (learner, n) => learner.Enrol($"cohort-{n}", Enrolment.Begin("A", Noon)).Accepted());

        busy.Enrol("one-more", Enrolment.Begin("A", Noon)).Refused("enrolment.too-many-cohorts");
    }

    [Fact]
    public void Leave_WhenRepeated_ChangesNothing() => Enrolled.Leave("spring").Accepted().Leave("spring").Unchanged();

    [Fact]
    public void In_WhenNotEnrolled_IsRefused() => Known.In("spring", enrolment => enrolment.PauseAt(Noon)).Refused("enrolment.not-enrolled");

    [Fact]
    public void In_WhenTheRuleRefuses_PassesTheReasonOn() =>
        Enrolled.In("spring", enrolment => enrolment.Complete(1, isOpen: false, Noon)).Refused("week.not-open");

    [Fact]
    public void In_WhenNothingChanges_ChangesNothing() =>
        Enrolled.In("spring", Decision.Unchanged).Unchanged();
}
