using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class CrossTableTests
{
    [Fact]
    public void Cell_OfFiveOrMoreEverywhere_IsShown() => Assert.Equal(
        ["12 8", "9 11"],
        Say([12, 8], [9, 11]));

    [Fact]
    public void Cell_UnderFive_IsHidden_AndSoAreThoseThatWouldTellIt() => Assert.Equal(
        ["- -", "- -", "10 14"],
        Say([16, 2], [9, 11], [10, 14]));

    [Fact]
    public void Cell_ThatIsEmpty_IsHiddenLikeASmallOne() => Assert.Equal(
        ["- -", "- -", "10 14"],
        Say([16, 0], [9, 11], [10, 14]));

    [Fact]
    public void Cells_ThatTogetherAreUnderFive_TakeAnotherAlong()
    {
        // 1 and 2 hidden alone would leave a group of three, the row less what is shown.
        var table = Say([1, 2, 12], [10, 10, 10], [11, 12, 13]);

        Assert.Equal("- - -", table[0]);
    }

    [Fact]
    public void Cells_OfAColumnThatNobodyChose_AreShownAsEmpty() => Assert.Equal(
        ["12 0 8", "9 0 11"],
        Say([12, 0, 8], [9, 0, 11]));

    [Fact]
    public void Cells_WhereNothingIsToldApart_AreAllHidden() => Assert.Equal(["- -"], Say([12, 8]));

    [Fact]
    public void Share_IsOfTheRow()
    {
        var table = Table([12, 8], [9, 11]);

        Assert.Equal(new Proportion(12, 20).Share, table.Share(0, 0)!.Share);
        Assert.Null(Table([16, 2], [9, 11]).Share(0, 1));
        Assert.Equal(40, table.N);
    }

    internal static CrossTable Table(params int[][] counts)
    {
        var people = counts.SelectMany((row, r) => row.SelectMany((count, c) => Enumerable.Repeat((Row: $"r{r}", Column: $"c{c}"), count))).ToList();
        return CrossTable.Of(
            Sorting.Unordered("rows", [.. counts.Select((_, r) => $"r{r}")], people.Select(person => person.Row)),
            Sorting.Ordered("columns", [.. counts[0].Select((_, c) => $"c{c}")], people.Select(person => person.Column)));
    }

    private static string[] Say(params int[][] counts)
    {
        var table = Table(counts);
        return [.. table.Rows.Groups.Select((_, row) => string.Join(' ', table.Columns.Groups.Select((_, column) => table.Cell(row, column)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")))];
    }
}
