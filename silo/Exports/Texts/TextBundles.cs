using System.Text;
using CohortCourses.Exports.Streams;

namespace CohortCourses.Exports.Texts;

/// <summary>
/// Plain text for programs that read folders of it, in one zip file: a folder for each language, a file for each question, an answer a
/// paragraph. UTF-8 without a byte order mark, LF alone, nothing but what was written.
/// </summary>
public static class TextBundles
{
    public static async Task Write(IAsyncEnumerable<TextCollection> collections, string readme, Stream target, CancellationToken cancellation)
    {
        var outlet = new Outlet(target);
        using (var archive = new Archive(outlet))
        {
            await foreach (var collection in collections.WithCancellation(cancellation))
            {
                await using var file = archive.Begin($"texts/{collection.Language}/{collection.Id}.txt");
                await foreach (var text in collection.Read(cancellation))
                {
                    await file.WriteAsync(Encoding.UTF8.GetBytes($"{PlainText.OneParagraph(text.Text)}\n\n"), cancellation);
                    await outlet.Relieve(cancellation);
                }
            }

            archive.Write("README.txt", readme);
        }

        await outlet.Drain(cancellation);
    }
}
