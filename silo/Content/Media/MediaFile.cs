namespace CohortCourses.Content.Media;

/// <summary>An image of a course, as it stood when the revision was read.</summary>
/// <param name="Path">From the course's folder, with forward slashes: <c>week-1/images/map.svg</c>.</param>
/// <param name="ContentType">For example <c>image/svg+xml</c>.</param>
/// <param name="Hash">12 hexadecimal digits; what the address of the image carries, so that it may be cached for ever.</param>
/// <param name="Width">In pixels; 0 when the file does not say.</param>
/// <param name="Height">In pixels; 0 when the file does not say.</param>
/// <param name="Bytes">The file.</param>
public sealed record MediaFile(
    string Path, string ContentType, string Hash, int Width, int Height, ReadOnlyMemory<byte> Bytes);
