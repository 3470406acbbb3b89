using System.Text;
using CohortCourses.Content.Courses;

namespace CohortCourses.Tests.Content.Media;

public sealed class MediaTests : IDisposable
{
    private readonly ContentOnDisk _content = new();

    public void Dispose() => _content.Dispose();

    public static TheoryData<string, string, byte[]> Images() => new()
    {
        { "a.png", "image/png", [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 64, 0, 0, 0, 200] },
        { "a.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 64, 3] },
        { "a.jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xFF, 0xC0, 0, 11, 8, 0, 200, 1, 64, 3, 0] },
        { "lossy.webp", "image/webp", [.. "RIFF----WEBPVP8 ----"u8, 0, 0, 0, 0x9D, 1, 0x2A, 64, 1, 200, 0] },
        { "lossless.webp", "image/webp", [.. "RIFF----WEBPVP8L----"u8, 0x2F, 0x3F, 0xC1, 0x31, 0, 0, 0, 0, 0, 0] },
        { "extended.webp", "image/webp", [.. "RIFF----WEBPVP8X----"u8, 0, 0, 0, 0, 0x3F, 1, 0, 0xC7, 0, 0] },
        { "a.svg", "image/svg+xml", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='320px' height='200'/>") },
        { "b.svg", "image/svg+xml", Encoding.UTF8.GetBytes("<?xml version='1.0'?>\n<svg viewBox='0 0 319.6,200'/>") },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public void Read_OfAnImage_KnowsItsTypeAndSize(string name, string type, byte[] bytes)
    {
        _content.Write("week-1/images/" + name, bytes);
        var reading = CourseReader.Load(_content.Course);

        var image = reading.Revision?.FindMedia("week-1/images/" + name);

        Assert.Empty(reading.Problems);
        Assert.Equal((type, 320, 200), (image!.ContentType, image.Width, image.Height));
        Assert.Equal(bytes, image.Bytes.ToArray());
        Assert.Matches("^[0-9a-f]{12}$", image.Hash);
    }

    [Theory]
    [InlineData("week-1/images/a.png", "GIF89a")]
    [InlineData("week-1/images/a.jpg", "")]
    [InlineData("week-1/images/a.webp", "RIFF")]
    [InlineData("week-1/images/a.svg", "<svg")]
    [InlineData("week-1/images/a.svg", "<html/>")]
    [InlineData("week-1/images/a.svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'/>")]
    [InlineData("week-1/images/a.gif", "GIF89a")]
    [InlineData("week-1/a.png", "Not where images live")]
    public void Read_OfWhatIsNoImage_IsRefused(string path, string content)
    {
        _content.Write(path, content);

        var reading = CourseReader.Load(_content.Course);

        Assert.Null(reading.Revision);
        Assert.All(reading.Problems, problem => Assert.Equal("example/" + path, problem.File));
    }
}
