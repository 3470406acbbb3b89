using System.IO.Compression;
using System.Text;

namespace CohortCourses.Exports.Streams;

/// <summary>A zip file that is written from front to back and holds no clock: the same entries give the same bytes.</summary>
internal sealed class Archive : IDisposable
{
    /// <summary>The first instant that a zip file can name.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;

    public Archive(Outlet outlet)
    {
        Outlet = outlet;
        _zip = new(outlet, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    public Outlet Outlet { get; }

    /// <summary>Begins a file. Only one is written at a time.</summary>
    public Stream Begin(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    public void Write(string path, string text)
    {
        using var entry = Begin(path);
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes the list of entries; then the outlet is to be drained.</summary>
    public void Dispose() => _zip.Dispose();
}
