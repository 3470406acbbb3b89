using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class AgreementTests
{
    /// <summary>SAS/STAT user's guide, FREQ procedure, "Agreement study": two dermatologists rate 88 patients.</summary>
    [Fact]
    public void Kappa_OfTheDermatologists_IsTheOneThatSasPrints()
    {
        int[][] table = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]];

        var agreement = Agreement.Of(Pieces(table));

        Assert.Equal(88, agreement.N);
        Near.Value(0.3449, agreement.Kappa, 4);
        Near.Interval(0.2030, 0.4868, agreement.Interval, 4);
    }

    /// <summary>Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), table 18.1: two psychiatrists, 100 patients, three diagnoses.</summary>
    [Fact]
    public void Kappa_OfThePsychiatrists_IsTheOneThatFleissPrints()
    {
        int[][] table = [[75, 1, 4], [5, 4, 1], [0, 0, 10]];

        var agreement = Agreement.Of(Pieces(table));

        Near.Value(0.89, agreement.Observed, 2);
        Near.Value(0.68, agreement.Kappa, 2);
    }

    [Fact]
    public void Kappa_WhenBothUsedOneCodeThroughout_IsNone()
    {
        var agreement = Agreement.Of([("trust", "trust"), ("trust", "trust")]);

        Assert.Equal((2, 1.0, null, null), (agreement.N, agreement.Observed, agreement.Kappa, agreement.Interval));
    }

    [Fact]
    public void Kappa_WhenNothingWasCoded_IsNone() =>
        Assert.Equal(new Agreement(0, null, null, null), Agreement.Of(Array.Empty<(string, string)>()));

    [Fact]
    public void Kappa_OfPerfectAgreement_IsOne() => Near.Value(1, Agreement.Of([(1, 1), (2, 2), (1, 1)]).Kappa, 12);

    private static IEnumerable<(int First, int Second)> Pieces(int[][] table) =>
        table.SelectMany((row, first) => row.SelectMany((count, second) => Enumerable.Repeat((first, second), count)));
}
