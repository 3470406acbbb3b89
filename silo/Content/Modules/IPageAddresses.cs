using System.Globalization;
using CohortCourses.Content.Media;

namespace CohortCourses.Content.Modules;

/// <summary>Where the things that a page links to are served. A page is rendered once for all cohorts, so no address may name one.</summary>
public interface IPageAddresses
{
    string Image(string courseId, MediaFile image);

    /// <summary>The page of another week, as seen from a week's page.</summary>
    string Week(int number);

    string Course(string courseId);
}

/// <summary>The addresses of the web application, under its path base.</summary>
public sealed record PageAddresses(string PathBase = "") : IPageAddresses
{
    public string Image(string courseId, MediaFile image) => $"{PathBase}/courses/{courseId}/media/{image.Path}?v={image.Hash}";

    /// <summary>Relative: from <c>.../week/4</c> the address <c>5</c> is the next week.</summary>
    public string Week(int number) => number.ToString(CultureInfo.InvariantCulture);

    public string Course(string courseId) => $"{PathBase}/courses/{courseId}";
}
