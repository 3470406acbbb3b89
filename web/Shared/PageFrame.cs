using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CohortCourses.Web.Shared;

/// <summary>What a page tells the layout.</summary>
public static class PageFrame
{
    private const string TitleKey = "title";
    private const string NavKey = "nav";

    public static void Title(this ViewDataDictionary data, string title) => data[TitleKey] = title;

    public static string? Title(this ViewDataDictionary data) => data[TitleKey] as string;

    /// <summary>Which entry of the navigation the page is.</summary>
    public static void Nav(this ViewDataDictionary data, string entry) => data[NavKey] = entry;

    public static string? Nav(this ViewDataDictionary data) => data[NavKey] as string;

    public static string? Current(this ViewDataDictionary data, string entry) => data[NavKey] as string == entry ? "page" : null;
}
