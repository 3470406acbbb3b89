using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CohortCourses.Web.Shared;

/// <summary>What a field is made of.</summary>
public enum Control
{
    Input,
    Select,
    Textarea,
}

/// <summary>
/// A control with its label, its hint and, when something is wrong with what was typed, the reason beside it. Attributes
/// that are not named here go to the control; what stands inside goes into it, such as the options of a choice.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name in the form, which is its id on the page as well.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>What was typed.</summary>
    public string? Value { get; set; }

    public Control As { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var errors = ViewContext.ViewData.ModelState[Name]?.Errors ?? [];
        var control = new TagHelperOutput(As.ToString().ToLowerInvariant(), [.. output.Attributes], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()))
        {
            TagMode = As == Control.Input ? TagMode.StartTagOnly : TagMode.StartTagAndEndTag,
        };
        control.Attributes.SetAttribute("id", Name);
        control.Attributes.SetAttribute("name", Name);
        if (errors.Count > 0)
        {
            control.Attributes.SetAttribute("aria-invalid", "true");
        }

        if (string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", errors.Count > 0 ? $"{Name}-error" : null }.OfType<string>()) is { Length: > 0 } described)
        {
            control.Attributes.SetAttribute("aria-describedby", described);
        }

        if (As == Control.Input)
        {
            control.Attributes.SetAttribute("value", Value);
        }
        else if (As == Control.Textarea)
        {
            // A line break right after the tag belongs to the tag, so that one the person typed stays.
            control.Content.SetHtmlContent("\n").Append(Value ?? "");
        }
        else
        {
            control.Content.SetHtmlContent(inside);
        }

        output.Attributes.Clear();
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "field");
        output.Content.Clear();
        output.Content.AppendHtml(Part("label", "for", Name, Label));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Part("span", "id", $"{Name}-hint", Hint, "hint"));
        }

        foreach (var error in errors.Take(1))
        {
            output.Content.AppendHtml(Part("span", "id", $"{Name}-error", error.ErrorMessage, "error"));
        }

        output.Content.AppendHtml(control);
    }

    private static TagBuilder Part(string tag, string attribute, string value, string text, string? style = null)
    {
        var part = new TagBuilder(tag);
        part.Attributes.Add(attribute, value);
        if (style is not null)
        {
            part.AddCssClass(style);
        }

        part.InnerHtml.Append(text);
        return part;
    }
}
