using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class RetentionTests
{
    /// <summary>Remission in weeks under 6-mercaptopurine: Freireich and others, Blood 21 (1963).</summary>
    private static readonly IEnumerable<Followed> Freireich =
    [
        .. new[] { 6, 6, 6, 7, 10, 13, 16, 22, 23 }.Select(week => new Followed(week, Fate.Left)),
        .. new[] { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(week => new Followed(week, Fate.Here)),
    ];

    /// <summary>The curve and its log-log intervals as printed in Kleinbaum and Klein, Survival Analysis (2012), and by Stata's <c>sts list</c>.</summary>
    [Theory]
    [InlineData(6, 21, 3, 0.8571, 0.6197, 0.9516)]
    [InlineData(7, 17, 1, 0.8067, 0.5631, 0.9228)]
    [InlineData(10, 15, 1, 0.7529, 0.5032, 0.8894)]
    [InlineData(13, 12, 1, 0.6902, 0.4316, 0.8491)]
    [InlineData(16, 11, 1, 0.6275, 0.3675, 0.8049)]
    [InlineData(22, 7, 1, 0.5378, 0.2678, 0.7468)]
    [InlineData(23, 6, 1, 0.4482, 0.1881, 0.6801)]
    public void Share_UnderTreatment_IsTheOneInTheTextbook(int week, int atRisk, int left, double share, double low, double high)
    {
        var step = Retention.Of(Freireich).Steps.Single(step => step.Week == week);

        Assert.Equal((atRisk, left), (step.AtRisk, step.Left));
        Near.Value(share, step.Share, 4);
        Near.Interval(low, high, step.Interval, 4);
    }

    [Fact]
    public void MedianWeek_IsWhenHalfHaveLeft()
    {
        Assert.Equal(23, Retention.Of(Freireich).MedianWeek);
        Assert.Null(Retention.Of([new(3, Fate.Left), new(8, Fate.Here), new(8, Fate.Here)]).MedianWeek);
    }

    [Fact]
    public void Paused_CountUntilTheyPause_AndAreNotTakenForGone()
    {
        var retention = Retention.Of([new(2, Fate.Paused), new(4, Fate.Left), new(8, Fate.Here), new(8, Fate.Here)]);

        Assert.Equal(4, retention.N);
        Assert.Equal(1, retention.ShareAfter(2));
        Near.Value(2.0 / 3, retention.ShareAfter(4), 12);
        Assert.Equal([4, 3, 2], retention.Steps.Select(step => step.AtRisk));
    }

    [Fact]
    public void WhileNobodyLeft_TheIntervalStillSaysHowLittleIsKnown()
    {
        var step = Retention.Of(Enumerable.Repeat(new Followed(1, Fate.Here), 10)).Steps.Single();

        Assert.Equal(1, step.Share);
        Assert.Equal(new Proportion(10, 10).Interval, step.Interval);
    }

    [Fact]
    public void OfNobody_ThereIsNoStep()
    {
        var none = Retention.Of(Array.Empty<Followed>());

        Assert.Equal((0, 0), (none.N, none.Steps.Length));
        Assert.Null(none.MedianWeek);
    }
}
