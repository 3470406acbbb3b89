using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CohortCourses.Tests.Web.Pilot;

/// <summary>A form as a browser would send it.</summary>
internal sealed record Form(string Method, string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The form's own values, with those given in their place. A given field replaces all of its name: a box is ticked by <c>true</c>.</summary>
    public static Form Fill(IHtmlFormElement form, params IReadOnlyList<(string Name, string Value)> typed)
    {
        var own = form.Elements.Where(element => !element.HasAttribute("disabled")).SelectMany(ValuesOf).ToList();
        var names = form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in typed)
        {
            Assert.True(names.Contains(name), $"The form has no field '{name}'; it has {string.Join(", ", names)}.");
        }

        var fields = own.Where(field => typed.All(given => given.Name != field.Name)).Concat(typed);
        return new(form.GetAttribute("method") ?? "get", form.GetAttribute("action") ?? "", [.. fields]);
    }

    private static IEnumerable<(string Name, string Value)> ValuesOf(IElement element) => (element.GetAttribute("name"), element) switch
    {
        (null or "", _) => [],
        (_, IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" }) => [],
        (var name, IHtmlInputElement { Type: "checkbox" or "radio" } box) => box.IsChecked ? [(name, box.Value is { Length: > 0 } value ? value : "on")] : [],
        (var name, IHtmlInputElement input) => [(name, input.Value)],
        (var name, IHtmlTextAreaElement area) => [(name, area.Value)],
        (var name, IHtmlSelectElement select) => [.. select.Options.Where(option => option.IsSelected).Select(option => (name, option.Value))],
        _ => [],
    };
}
