using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation.Charts;

/// <summary>How figures are written.</summary>
public static class ChartWords
{
    private const char LeftToRight = '\u2066';
    private const char EndOfIt = '\u2069';

    public static string Percent(this Words words, double share) => share.ToString("P0", words.Culture);

    /// <summary>Such as <c>84% (73% to 91%)</c>.</summary>
    public static string WithInterval(this Words words, ShareView share) => words.Get(
        "evaluation.with-interval", ("value", words.Percent(share.Share)), ("low", words.Percent(share.Low)), ("high", words.Percent(share.High)));

    public static string WithInterval(this Words words, double value, double low, double high, string format = "0.0") => words.Get(
        "evaluation.with-interval", ("value", words.Decimal(value, format)), ("low", words.Decimal(low, format)), ("high", words.Decimal(high, format)));

    /// <summary>Such as <c>84% (73% to 91%), n 57</c>.</summary>
    public static string WithCount(this Words words, ShareView share) => words.Get("evaluation.tip.count", ("share", words.WithInterval(share)), ("count", words.Number(share.N)));

    /// <summary>A number with its sign before it, whichever way one reads.</summary>
    public static string Decimal(this Words words, double value, string format = "0.0")
    {
        var text = value.ToString(format, words.Culture);
        return words.IsRightToLeft() && text[0] is ('+' or '−') ? $"{LeftToRight}{text}{EndOfIt}" : text;
    }

    /// <summary>Such as <c>n 57</c>.</summary>
    public static string Of(this Words words, int n) => words.Get("evaluation.of", ("count", words.Number(n)));

    public static string Week(this Words words, int week) => week == 0 ? words["evaluation.start"] : words.Get("evaluation.week", ("week", week));

    public static bool IsRightToLeft(this Words words) => words.Language.Dir == "rtl";

    /// <summary>As much of a label as fits on a line.</summary>
    public static string Short(this string label, int most) => label.Length <= most ? label : string.Concat(label.AsSpan(0, most - 1).TrimEnd(), "…");
}
