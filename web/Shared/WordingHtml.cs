using System.Text.Encodings.Web;
using System.Text.Unicode;
using CohortCourses.Content.Courses;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Shared;

/// <summary>Shows a text from content/ in the language that it is really in.</summary>
public static class WordingHtml
{
    /// <summary>Escapes what HTML needs and leaves every script readable, which keeps Arabic pages small.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text, marked with its language and direction where these are not the page's.</summary>
    public static IHtmlContent Show(this Reader reader, Wording wording)
    {
        var text = Encoder.Encode(wording.Text);
        return new HtmlString(wording.Language == reader.Language.Tag
            ? text
            : $"<span lang=\"{wording.Language}\" dir=\"{wording.Direction}\">{text}</span>");
    }

    public static IHtmlContent Show(this Reader reader, Wordings wordings) => reader.Show(wordings.In(reader.Language.Tag));
}
