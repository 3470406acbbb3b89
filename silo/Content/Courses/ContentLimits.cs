namespace CohortCourses.Content.Courses;

/// <summary>How large a course may be; beyond it a file is refused unread. All in bytes.</summary>
public static class ContentLimits
{
    /// <summary>One text file: 256 kB.</summary>
    public const int TextFile = 256 * 1024;

    /// <summary>One image: 1 MB. Pages are read on slow, metered lines; most pictures should be a tenth of it.</summary>
    public const int ImageFile = 1024 * 1024;

    /// <summary>All files of a course together: 32 MB. A revision keeps its images in memory.</summary>
    public const int Course = 32 * 1024 * 1024;
}
