using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CohortCourses.Web.People;

/// <summary>What the page after a redirect says once: that something was saved.</summary>
internal static class Told
{
    private const string Key = "told";

    /// <summary>Goes to a page that says it.</summary>
    /// <param name="words">The key of the sentence.</param>
    public static IActionResult Tell(this PageModel page, string words, string path)
    {
        page.TempData[Key] = words;
        return new LocalRedirectResult(path);
    }

    public static string? Take(ITempDataDictionary kept) => kept[Key] as string;
}
