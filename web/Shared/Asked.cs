using System.Globalization;

namespace CohortCourses.Web.Shared;

/// <summary>What the address of a page asks for, read without the framework's binding, which takes a twentieth of a page.</summary>
internal static class Asked
{
    /// <summary>A field of the query; null if it is not there or empty.</summary>
    public static string? Word(this HttpRequest request, string field) => request.Query[field] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>A field of the query; null if it is not there or no number.</summary>
    public static int? Number(this HttpRequest request, string field) =>
        int.TryParse(request.Word(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A part of the path that its route says is a number.</summary>
    public static int RouteNumber(this HttpRequest request, string part) => int.Parse((string)request.RouteValues[part]!, CultureInfo.InvariantCulture);
}
