using CohortCourses.Content.Courses;
using CohortCourses.Content.Media;

namespace CohortCourses.Content.Modules;

/// <summary>Turns what an author wrote as an address into what the page says.</summary>
internal sealed class PageLinks(CourseRevision course, string folder, IPageAddresses addresses)
{
    private readonly LinkReader _links = new(course.Paths);

    /// <summary>The address of a link and whether it leads away from us; null when it may not be followed.</summary>
    public (string Address, bool IsOutside)? Link(string? url) => _links.Read(url ?? "", folder) switch
    {
        LinkTarget.Outside outside => (outside.Url, true),
        LinkTarget.Mail mail => (mail.Url, false),
        LinkTarget.Heading heading => (Anchor(heading.Id), false),
        LinkTarget.Week week => (addresses.Week(week.Number) + (week.Id.Length > 0 ? Anchor(week.Id) : ""), false),
        LinkTarget.CoursePage => (addresses.Course(course.Id), false),
        LinkTarget.Image image => (addresses.Image(course.Id, course.FindMedia(image.Path)!), false),
        _ => null,
    };

    public (MediaFile Image, string Address)? Image(string? url) =>
        _links.Read(url ?? "", folder) is LinkTarget.Image { Path: var path } && course.FindMedia(path) is { } image
            ? (image, addresses.Image(course.Id, image))
            : null;

    private static string Anchor(string id) => "#" + HeadingIds.Prefix + id;
}
