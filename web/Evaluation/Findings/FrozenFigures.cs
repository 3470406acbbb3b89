using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>Figures as they stood, in the reader's numerals: <c>29% (18% to 42%), n 52</c>.</summary>
public static class FrozenFigures
{
    public static string Value(this Words words, FrozenFigureView figure) => (figure.Value, figure.Low, figure.High) switch
    {
        ({ } value, { } low, { } high) => words.Get("figure.with-interval", ("value", words.Value(value, figure.Unit)), ("low", words.Value(low, figure.Unit)), ("high", words.Value(high, figure.Unit))),
        ({ } value, _, _) => words.Value(value, figure.Unit),
        _ => words["figure.none"],
    };

    public static string Counted(this Words words, FrozenFigureView figure) => words.Get("figure.n", ("count", words.Number(figure.N)));

    private static string Value(this Words words, double value, FigureUnit unit) => unit switch
    {
        FigureUnit.Share => value.ToString("P0", words.Culture),
        FigureUnit.Count or FigureUnit.NetPromoter => value.ToString("N0", words.Culture),
        FigureUnit.Difference => value.ToString("+0.0#;-0.0#;0.0", words.Culture),
        FigureUnit.Agreement => value.ToString("0.00", words.Culture),
        _ => value.ToString("0.0#", words.Culture),
    };
}
