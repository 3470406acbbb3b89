using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class NetPromoterTests
{
    [Fact]
    public void Of_SortsAnswersAtSevenAndNine()
    {
        var net = NetPromoter.Of([0, 6, 7, 8, 9, 10]);

        Assert.Equal(new NetPromoter(2, 2, 2), net);
        Assert.Equal((6, 0.0), (net.N, net.Score));
    }

    /// <summary>
    /// The adjusted Wald of Rocks (The American Statistician 70, 2016), whose R package NPS adds 0.75, 1.5 and 0.75. With pen and paper:
    /// 53 answers and 3, 40.75 and 5.75 of 56; net 35/56 = 0.625; error sqrt((46.5/56 - 0.390625) / 56) = 0.0887.
    /// </summary>
    [Fact]
    public void Interval_IsTheAdjustedOne()
    {
        var net = new NetPromoter(40, 8, 5);

        Near.Value(66.0377, net.Score, 4);
        Near.Interval(45.12, 79.88, net.Interval, 1);
    }

    [Fact]
    public void OfNobody_ThereIsNoScore() => Assert.Equal((null, null), (NetPromoter.Of([]).Score, NetPromoter.Of([]).Interval));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Of_WhatIsNotBetweenZeroAndTen_Throws(int answer) => Assert.Throws<ArgumentOutOfRangeException>(() => NetPromoter.Of([answer]));
}
