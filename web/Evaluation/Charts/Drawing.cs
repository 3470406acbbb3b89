using System.Globalization;
using System.Text;
using CohortCourses.Web.Shared;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Evaluation.Charts;

/// <summary>
/// An SVG picture under way. Places are counted from the side where reading begins, so that a picture for Arabic is its mirror. Fills and strokes
/// are attributes, which the style sheet overrides where it knows better: so a picture that was taken out of its page still looks as it should.
/// </summary>
internal sealed class Drawing(string key, int width, int height, string title, string summary, bool isRightToLeft)
{
    private const string Ink = "#1c2230";
    private const string Muted = "#5a6273";
    private const string Line = "#e3ded4";

    /// <summary>From the least to the most: dark ends, hatched below the middle, so that print without colour tells them apart.</summary>
    private static readonly string[] Fills = ["#9c4a1a", "#d9a066", "#b9b7b0", "#6aa9a3", "#0a6b66"];

    private readonly StringBuilder parts = new();
    private bool isHatched;

    public double Width => width;

    /// <summary>Which of the five fills a level of several has: of two the lowest but one and the highest, and so on.</summary>
    public static int Tone(int level, int levels) => levels == 1 ? 4 : (int)Math.Round(4.0 * level / (levels - 1), MidpointRounding.AwayFromZero);

    public void Bar(double x, double y, double length, double thickness, int tone)
    {
        Rect(x, y, length, thickness, $"t{tone + 1}", Fills[tone]);
        if (tone < 2)
        {
            isHatched = true;
            Rect(x, y, length, thickness, null, $"url(#{key}-{(tone == 0 ? "cross" : "hatch")})");
        }
    }

    public void Track(double x, double y, double length, double thickness) => Rect(x, y, length, thickness, "track", Line);

    public void Rule(double x1, double y1, double x2, double y2, string name = "rule") =>
        parts.Append(Invariant($"<line class=\"{name}\" x1=\"{X(x1):0.##}\" y1=\"{y1:0.##}\" x2=\"{X(x2):0.##}\" y2=\"{y2:0.##}\" stroke=\"{(name == "rule" ? Line : Ink)}\"/>"));

    /// <summary>An interval: a line with two ends.</summary>
    public void Whisker(double low, double high, double y)
    {
        Rule(low, y, high, y, "whisker");
        Rule(low, y - 4, low, y + 4, "whisker");
        Rule(high, y - 4, high, y + 4, "whisker");
    }

    public void Dot(double x, double y, bool isFilled) =>
        parts.Append(Invariant($"<circle class=\"{(isFilled ? "dot" : "dot open")}\" cx=\"{X(x):0.##}\" cy=\"{y:0.##}\" r=\"5\" fill=\"{(isFilled ? "#0a6b66" : "#fff")}\" stroke=\"#0a6b66\" stroke-width=\"2\"/>"));

    /// <summary>
    /// What follows until <see cref="EndMark"/> is one value, of which a page with a script tells the words when it is pointed at. They say no more than
    /// the table does.
    /// </summary>
    public void BeginMark(string words) => parts.Append("<g class=\"mark\" data-tip=\"").Append(WordingHtml.Encoder.Encode(words)).Append("\">");

    public void EndMark() => End();

    /// <summary>What follows until <see cref="EndCurve"/> belongs to one of several curves.</summary>
    public void BeginCurve(int number, string name) => parts.Append(Invariant($"<g data-curve=\"{number}\" data-name=\"{WordingHtml.Encoder.Encode(name)}\">"));

    public void EndCurve() => End();

    /// <summary>All of a row to point at, also between its parts.</summary>
    public void Field(double y, double height) => parts.Append(Invariant($"<rect class=\"field\" y=\"{y:0.##}\" width=\"{width}\" height=\"{height:0.##}\" fill-opacity=\"0\"/>"));

    /// <summary>A place to point at.</summary>
    public void Spot(double x, double y) => parts.Append(Invariant($"<circle class=\"spot\" cx=\"{X(x):0.##}\" cy=\"{y:0.##}\" r=\"7\" fill=\"{Fills[4]}\" fill-opacity=\"0\"/>"));

    /// <summary>A line through points; each of six kinds has dashes of its own.</summary>
    public void Curve(IEnumerable<(double X, double Y)> points, int kind) => parts.Append(Invariant(
        $"<polyline class=\"curve c{kind}\" points=\"{Points(points)}\" fill=\"none\" stroke=\"{(kind == 0 ? Fills[4] : Ink)}\" stroke-width=\"{(kind == 0 ? "2.5" : "1.5")}\"{Dashes(kind)}/>"));

    public void Area(IEnumerable<(double X, double Y)> points) =>
        parts.Append(Invariant($"<polygon class=\"band\" points=\"{Points(points)}\" fill=\"{Fills[4]}\" fill-opacity=\".15\"/>"));

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>, as one reads.</param>
    public void Text(double x, double y, string text, string anchor = "start", string? name = null) => parts.Append(Invariant(
        $"<text{(name is null ? "" : $" class=\"{name}\"")} x=\"{X(x):0.##}\" y=\"{y:0.##}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")} fill=\"{(name is null ? Muted : name == "inside" ? "#fff" : Ink)}\">{WordingHtml.Encoder.Encode(text)}</text>"));

    public IHtmlContent Done() => new HtmlString(Invariant(
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{key}-t {key}-d\" direction=\"{(isRightToLeft ? "rtl" : "ltr")}\" font-family=\"system-ui, Noto Sans, Noto Sans Arabic, sans-serif\" font-size=\"14\"><title id=\"{key}-t\">{WordingHtml.Encoder.Encode(title)}</title><desc id=\"{key}-d\">{WordingHtml.Encoder.Encode(summary)}</desc>{(isHatched ? Hatches() : "")}{parts}</svg>"));

    private void End() => parts.Append("</g>");

    private void Rect(double x, double y, double length, double thickness, string? name, string fill) => parts.Append(Invariant(
        $"<rect{(name is null ? "" : $" class=\"{name}\"")} x=\"{(isRightToLeft ? width - x - length : x):0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, length):0.##}\" height=\"{thickness:0.##}\" fill=\"{fill}\"/>"));

    private string Hatches() =>
        $"<defs><pattern id=\"{key}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1,7 L7,-1\" stroke=\"#fff\" stroke-width=\"1.2\"/></pattern>"
        + $"<pattern id=\"{key}-cross\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1,7 L7,-1 M-1,-1 L7,7\" stroke=\"#fff\" stroke-width=\".9\"/></pattern></defs>";

    private double X(double x) => isRightToLeft ? width - x : x;

    private string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(point => Invariant($"{X(point.X):0.##},{point.Y:0.##}")));

    private static string Dashes(int kind) => kind switch
    {
        0 => "",
        1 => " stroke-dasharray=\"7 3\"",
        2 => " stroke-dasharray=\"2 3\"",
        3 => " stroke-dasharray=\"9 3 2 3\"",
        4 => " stroke-dasharray=\"14 4\"",
        _ => " stroke-dasharray=\"1 5\"",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
