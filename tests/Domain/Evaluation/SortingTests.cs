using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class SortingTests
{
    [Fact]
    public void Ordered_WhenALevelHasFewerThanFive_ItStandsWithItsSmallerNeighbour()
    {
        var sorting = Sorting.Ordered("clear", ["1", "2", "3", "4", "5"], Answers(("1", 2), ("2", 3), ("3", 10), ("4", 20), ("5", 12)));

        Assert.Equal(["1 2: 5", "3: 10", "4: 20", "5: 12"], Say(sorting));
    }

    [Fact]
    public void Ordered_WhenNobodyChoseALevel_ItIsShownAsEmpty()
    {
        var sorting = Sorting.Ordered("clear", ["1", "2", "3", "4"], Answers(("2", 6), ("3", 3), ("4", 8)));

        Assert.Equal(["1: 0", "2 3: 9", "4: 8"], Say(sorting));
    }

    [Fact]
    public void Unordered_WhenValuesHaveFewerThanFive_TheSmallestStandTogether()
    {
        var sorting = Sorting.Unordered("language", ["ar", "en", "fr", "ja", "sw"], Answers(("ar", 4), ("en", 30), ("fr", 20), ("ja", 1), ("sw", 2)));

        Assert.Equal(["ar ja sw: 7", "en: 30", "fr: 20"], Say(sorting));
        Assert.Equal(["ar", "ja", "sw"], sorting.Find("ja")!.Values);
    }

    [Fact]
    public void Unordered_WhenOneValueAloneIsTooSmall_ItTakesTheNextSmallestAlong()
    {
        var sorting = Sorting.Unordered("completed", ["yes", "no"], Answers(("yes", 64), ("no", 3)));

        Assert.Equal(["yes no: 67"], Say(sorting));
        Assert.False(sorting.TellsApart);
    }

    [Fact]
    public void GroupOf_AfterMerging_IsTheGroupWithTheValueOfThePerson()
    {
        string[] answers = [.. Answers(("a", 6), ("b", 1), ("c", 9), ("d", 2), ("e", 3))];
        var sorting = Sorting.Unordered("q", ["a", "b", "c", "d", "e"], answers);

        Assert.All(answers.Index(), answer => Assert.Contains(answer.Item, sorting.Groups[sorting.GroupOf(answer.Index)].Values));
    }

    internal static IEnumerable<string> Answers(params (string Value, int Count)[] counts) =>
        counts.SelectMany(count => Enumerable.Repeat(count.Value, count.Count));

    private static IEnumerable<string> Say(Sorting sorting) => sorting.Groups.Select(group => $"{string.Join(' ', group.Values)}: {group.Size}");
}
