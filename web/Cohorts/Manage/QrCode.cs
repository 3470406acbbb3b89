using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using QRCoder;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>A QR code as a drawing in the page, so that a link goes from one screen to a phone without being typed.</summary>
internal static class QrCode
{
    /// <param name="label">What a screen reader says of it.</param>
    public static IHtmlContent Draw(string text, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var size = rows.Count.ToString(CultureInfo.InvariantCulture);
        var svg = new TagBuilder("svg");
        svg.AddCssClass("qr");
        svg.Attributes.Add("viewBox", $"0 0 {size} {size}");
        svg.Attributes.Add("role", "img");
        svg.Attributes.Add("aria-label", label);
        var path = new TagBuilder("path");
        path.Attributes.Add("d", Path(rows));
        svg.InnerHtml.AppendHtml(path);
        return svg;
    }

    /// <summary>One rectangle for each run of dark modules in a row.</summary>
    private static string Path(IReadOnlyList<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var start = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}
