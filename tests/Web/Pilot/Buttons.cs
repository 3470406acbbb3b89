using AngleSharp.Html.Dom;

namespace CohortCourses.Tests.Web.Pilot;

internal static class Buttons
{
    /// <summary>Presses a button of a form, which may send the form elsewhere than the form itself says.</summary>
    /// <param name="button">A selector.</param>
    public static Task<PageView> PressAsync(this Visitor visitor, PageView page, string button, params (string Name, string Value)[] typed)
    {
        var found = page.Document.QuerySelector(button) ?? throw new InvalidOperationException($"{page.Path} ({page.Status}) has no {button}:\n{page.Html}");
        var form = found.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"{button} belongs to no form.");
        var filled = Form.Fill(form, typed);
        var target = new Uri(new Uri($"http://pilot{page.Path}"), found.GetAttribute("formaction") ?? filled.Action);
        return visitor.PostAsync(target.PathAndQuery, [.. filled.Fields]);
    }
}
