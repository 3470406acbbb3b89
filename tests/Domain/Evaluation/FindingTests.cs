using CohortCourses.Domain.Evaluation;
using NodaTime;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class FindingTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 1, 8, 0);

    private static readonly FindingWords Words = new("Week 3 is too long for phones.", "Split part 2.", new(AimKind.Week, Week: 3));

    private static readonly Finding Written = Finding.Write(null, "f", "eva", Words, Now).Accepted();

    private static readonly Finding Accepted = Written.Decide(Verdict.Accepted, "omar", "A third said so.", 1, Now).Accepted();

    [Fact]
    public void Write_Twice_IsOneFinding_AndAnothersIdIsTaken()
    {
        Finding.Write(Written, "f", "eva", Words, Now).Unchanged();
        Finding.Write(Written, "f", "nils", Words, Now).Refused("finding.id-taken");
        Finding.Write(null, "f", "eva", Words with { Statement = " \n " }, Now).Refused("finding.statement-empty");
        Finding.Write(null, "f", "eva", Words with { Aim = new(AimKind.Week) }, Now).Refused("finding.place");
        Finding.Write(null, "f", "eva", Words with { Statement = new('x', 401) }, Now).Refused("finding.statement-too-long");
    }

    [Fact]
    public void Edit_TakesTheDecisionBack_ForItWasAboutOtherWords()
    {
        Assert.Null(Accepted.Edit(Words with { Recommendation = "Drop part 2." }, seen: 2).Accepted().Decision);
        Accepted.Edit(Words, seen: 1).Unchanged();
        Accepted.Edit(Words with { Recommendation = "Drop part 2." }, seen: 1).Refused("finding.changed-meanwhile");
    }

    [Fact]
    public void Decide_NeedsAReason_AndToAcceptAlsoWhatToDoAndWhere()
    {
        var bare = Finding.Write(null, "f", "eva", new("People liked it.", "", null), Now).Accepted();

        bare.Decide(Verdict.Accepted, "omar", "Good.", 1, Now).Refused("finding.recommendation-missing");
        bare.Decide(Verdict.Declined, "omar", " ", 1, Now).Refused("finding.reason-missing");
        bare.Decide(Verdict.Later, "omar", "Not now.", 1, Now).Accepted();
        Accepted.Decide(Verdict.Accepted, "omar", "A third said so.", 1, Now).Unchanged();
    }

    [Fact]
    public void Act_IsForWhatWasAccepted_AndFreezesTheWords()
    {
        Written.Act("autumn", "ines", "Done.", Now).Refused("finding.not-accepted");
        var acted = Accepted.Act("autumn", "ines", "Done.", Now).Accepted();

        acted.Act("autumn", "ravi", "Again.", Now).Unchanged();
        acted.Edit(Words with { Statement = "Another." }, acted.Version).Refused("finding.acted-on");
        acted.Decide(Verdict.Declined, "omar", "No.", acted.Version, Now).Refused("finding.acted-on");
        Assert.Null(acted.TakeBack().Accepted().Acted);
    }

    [Fact]
    public void Evidence_OfOneToFourPeople_IsRefused()
    {
        FrozenFigure figure = new("pace/3", "The pace was right", 0.5, FigureUnit.Share, 4, null, Now);

        Written.Add(new("e", figure, null)).Refused("finding.evidence-unfit");
        Written.Add(new("e", figure with { N = 5 }, null)).Accepted();
        Written.Add(new("e", null, null)).Refused("finding.evidence-unfit");
        Written.Add(new("e", null, new("p-1", " "))).Refused("finding.evidence-unfit");
    }

    [Fact]
    public void Forget_TakesTheQuotesOfOneText()
    {
        var quoted = Written.Add(new("e1", null, new("p-1", "Too long."))).Accepted().Add(new("e2", null, new("p-2", "Fine."))).Accepted();

        Assert.Equal(["e2"], quoted.Forget("p-1").Accepted().Evidence.Select(one => one.Id));
        Written.Forget("p-1").Unchanged();
    }

    [Fact]
    public void Tell_SaysBothInEachLanguage()
    {
        Written.Tell([new("en", "Too long.", "")], 1).Refused("finding.public-half");
        Written.Tell([new("en", "Too long.", "Split."), new("en", "Long.", "Split.")], 1).Refused("finding.languages");
        Assert.Equal(["ar", "en"], Written.Tell([new("en", "Too long.", "Split."), new("fr", "", ""), new("ar", "طويل", "قُسِّم")], 1).Accepted().Public.Select(one => one.Language));
    }
}
