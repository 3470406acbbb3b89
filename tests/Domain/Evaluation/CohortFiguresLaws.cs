using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Domain.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>All figures of a cohort taken together, under every filter that the page offers.</summary>
public sealed class CohortFiguresLaws
{
    private const int Now = 6;

    private static Gen<string> Value(string name, int kinds) =>
        from first in Gen.Choose(0, (kinds * kinds) - 1)
        select name + ((int)Math.Sqrt(first)).ToString(CultureInfo.InvariantCulture);

    private static Gen<Participant> Person(int zeal) =>
        from track in Value("track", 4)
        from region in Value("region", 5)
        from last in Gen.Frequency((10 - zeal, Gen.Choose(0, Now)), (2 * zeal, Gen.Constant(Now)))
        from read in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(WeekState.NotRead)), (2, Gen.Constant(WeekState.Read)), (zeal, Gen.Constant(WeekState.Completed))), Now)
        from pause in Gen.Choose(1, 12)
        from voice in Gen.Elements(VoiceState.Silent, VoiceState.Read, VoiceState.Wrote)
        from gone in Gen.Choose(1, 20)
        let weeks = read.Select((state, index) => index < last ? state : WeekState.NotRead).ToImmutableArray()
        select new Participant(track, "", region, last, pause == 1 ? last : null, weeks.Count(week => week == WeekState.Completed) >= 4 && gone > 1, gone == 1, false, voice, weeks);

    private static readonly Gen<Participant[]> Cohorts =
        from zeal in Gen.Choose(2, 8)
        from size in Gen.Elements(20, 67, 67, 150)
        from cohort in Gen.ArrayOf(Person(zeal), size)
        select cohort;

    [Fact]
    public void Cells_OfEveryFigure_HoldFiveOrNobody() => Law.Holds(Cohorts, people =>
    {
        var figures = CohortFigures.Of(people, Now, needsAll: false);

        foreach (var figure in All(figures))
        {
            Assert.All(figure.Outcomes, outcome => Assert.False(SmallGroups.IsTooSmall(outcome.Size), figure.Name));
            Assert.All(figure.By.SelectMany(table => table.Rows), row =>
            {
                Assert.False(SmallGroups.IsTooSmall(row.Group.Size));
                Assert.All(row.Shares, share => Assert.False(share is not null && SmallGroups.IsTooSmall(share.Count), figure.Name));
                Assert.Equal(figure.Outcomes.Length, row.Shares.Length);
            });
        }
    });

    [Fact]
    public void Counts_OfEveryFigure_EqualARecount() => Law.Holds(Cohorts, people =>
    {
        var figures = CohortFigures.Of(people, Now, needsAll: false);

        Assert.Equal(people.Length, figures.Stages.N);
        Assert.Equal(people.Length, figures.Voices.N);
        foreach (var outcome in figures.Voices.Outcomes)
        {
            Assert.Equal(people.Count(person => outcome.Values.Contains(CohortFigures.VoiceNames[(int)person.Voice])), outcome.Size);
        }

        foreach (var (week, figure) in figures.Weeks.Index())
        {
            foreach (var row in figure.By.SelectMany(table => table.Rows.Select(row => (table.Attribute, row.Group, Share: row.Shares[^1]))).Where(row => row.Share is not null && figure.Outcomes[^1].Values is ["completed"]))
            {
                Assert.Equal(people.Count(person => row.Group.Values.Contains(row.Attribute == "track" ? person.Track : person.Region) && person.Weeks[week] == WeekState.Completed), row.Share!.Count);
            }
        }
    });

    /// <summary>Who knows everybody's track or region writes down all that is shown of stages, of those who stay and of a week, and solves it.</summary>
    [Theory]
    [InlineData("track", 1, 4)]
    [InlineData("track", 5, 4)]
    [InlineData("region", 3, 4)]
    [InlineData("region", 4, Now)]
    public void Figures_Together_TellNothingOfAFew(string attribute, int week, int needed) => Law.Holds(Cohorts, people =>
    {
        people = [.. people.Select(person => person with { Complete = person.Weeks.Count(state => state == WeekState.Completed) >= needed && !person.IsGone })];
        var figures = CohortFigures.Of(people, Now, needsAll: needed == Now);
        var seen = new Seen(people, figures, attribute, week, needed == Now);

        Assert.Empty(seen.FoundOut());
    }, times: 25);

    private static IEnumerable<ShownFigure> All(CohortFigures figures) => [figures.Stages, figures.Voices, figures.Research, .. figures.Weeks];
}
