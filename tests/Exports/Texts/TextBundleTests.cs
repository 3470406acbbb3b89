using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using CohortCourses.Exports.Texts;

namespace CohortCourses.Tests.Exports.Texts;

public sealed class TextBundleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bundle_HasAFileForEachQuestionAndLanguage_WithAnAnswerAParagraph()
    {
        ImmutableArray<SpokenText> said =
        [
            new("p-1", "pulse-w1", "  One\r\n\r\n\nstill one ", HasCase: true, []),
            new("p-2", "pulse-w1", "Deux", HasCase: true, []),
        ];
        var collections = new[] { new TextCollection("went-well", "?", "fr", _ => said.ToAsyncEnumerable()) };
        var bytes = await Samples.Bytes(to => TextBundles.Write(collections.ToAsyncEnumerable(), "Read me.", to, Stop));

        await using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["texts/fr/went-well.txt", "README.txt"], zip.Entries.Select(entry => entry.FullName));
        using var text = new StreamReader(await zip.Entries[0].OpenAsync(Stop), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        Assert.Equal("One\nstill one\n\nDeux\n\n", await text.ReadToEndAsync(Stop));
    }
}
