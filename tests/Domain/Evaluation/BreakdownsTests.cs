using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class BreakdownsTests
{
    [Fact]
    public void AnAttribute_ThatHoldsAllButOneOfAnothersGroup_IsToldApartLessFinely()
    {
        // All twenty in Africa take the first track, and one person more: the difference of the two groups is that person.
        var people = People(("first", "africa", 20), ("first", "asia", 1), ("second", "asia", 23), ("second", "europe", 23));

        var breakdowns = Breakdowns.Of([By(people, "track", person => person.Track), By(people, "region", person => person.Region)]);

        Assert.Equal(["track", "region"], breakdowns.Offered.Select(attribute => attribute.Name));
        Assert.Equal(["africa europe", "asia"], breakdowns.Offered[1].Groups.Select(group => string.Join(' ', group.Values.Order())));
    }

    [Fact]
    public void Attributes_ThatMixWell_AreAllOffered()
    {
        var people = People(("first", "africa", 12), ("first", "asia", 11), ("second", "africa", 10), ("second", "asia", 9));

        var breakdowns = Breakdowns.Of([By(people, "track", person => person.Track), By(people, "region", person => person.Region)]);

        Assert.Equal(["track", "region"], breakdowns.Offered.Select(attribute => attribute.Name));
        Assert.Empty(breakdowns.Withheld);
    }

    [Fact]
    public void AnAttribute_ThatSaysTheSameAsAnother_IsWithheld()
    {
        var people = People(("first", "africa", 30), ("second", "asia", 30));

        var breakdowns = Breakdowns.Of([By(people, "track", person => person.Track), By(people, "region", person => person.Region)]);

        Assert.Equal(["region"], breakdowns.Withheld);
    }

    [Fact]
    public void AnAttribute_ThatMovesTwoPeopleOnly_IsWithheld()
    {
        // Track and region agree but for one person each way: their difference depends on two people.
        var people = People(("first", "africa", 30), ("first", "asia", 1), ("second", "africa", 1), ("second", "asia", 30));

        var breakdowns = Breakdowns.Of([By(people, "track", person => person.Track), By(people, "region", person => person.Region)]);

        Assert.Equal(["region"], breakdowns.Withheld);
    }

    [Fact]
    public void Filter_ByOneAttribute_GivesTheGroup_AndTellsWhoStandsTogether()
    {
        var people = People(("first", "africa", 31), ("second", "asia", 3), ("third", "asia", 30));
        var breakdowns = Breakdowns.Of([By(people, "track", person => person.Track)]);

        Assert.Equal(["first"], breakdowns.Filter([("track", "first")]).Group!.Values);
        Assert.Equal(["second", "third"], breakdowns.Filter([("track", "second")]).Group!.Values);
    }

    [Fact]
    public void Filter_ByTwoAttributes_OrByOneThatIsNotShown_IsRefused()
    {
        var people = People(("first", "africa", 30), ("second", "asia", 30));
        var breakdowns = Breakdowns.Of([By(people, "track", person => person.Track)]);

        breakdowns.Filter([("track", "first"), ("region", "asia")]).Refused.Refused("evaluation.one-attribute");
        breakdowns.Filter([("region", "asia")]).Refused.Refused("evaluation.too-few");
        breakdowns.Filter([("track", "tenth")]).Refused.Refused("evaluation.too-few");
    }

    [Fact]
    public void Within_ThoseWhoAnswered_KeepsApartOnlyGroupsWhoseAnswersAreShown()
    {
        var people = People(("first", "answered", 12), ("first", "no", 8), ("second", "answered", 9), ("second", "no", 9), ("third", "answered", 8), ("third", "no", 2), ("fourth", "answered", 7), ("fourth", "no", 6));
        var answered = By(people, "answered", person => person.Region);
        var breakdowns = Breakdowns.Of([By(people, "track", person => person.Track)]);

        var within = breakdowns.Within(answered, answered.Groups.Index().Single(group => group.Item.Values[0] == "answered").Index);

        var track = Assert.Single(within.Offered);
        Assert.Equal(36, track.N);
        Assert.Contains(track.Groups, group => group.Values.Contains("third") && group.Values.Length == 2);
    }

    [Fact]
    public void Breakdowns_OfFewerThanTen_TellNobodyApart()
    {
        var people = People(("first", "africa", 4), ("second", "asia", 5));

        Assert.Empty(Breakdowns.Of([By(people, "track", person => person.Track)]).Offered);
    }

    private static List<(string Track, string Region)> People(params (string Track, string Region, int Count)[] counts) =>
        [.. counts.SelectMany(count => Enumerable.Repeat((count.Track, count.Region), count.Count))];

    private static Sorting By(List<(string Track, string Region)> people, string name, Func<(string Track, string Region), string> value) =>
        Sorting.Unordered(name, [.. people.Select(value).Distinct()], people.Select(value));
}
