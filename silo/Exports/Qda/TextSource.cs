using System.Text;
using CohortCourses.Exports.Streams;
using CohortCourses.Exports.Texts;

namespace CohortCourses.Exports.Qda;

/// <summary>Where an answer stands in its source, in Unicode code points; the end is not in it.</summary>
internal sealed record Passage(Guid Id, int From, int To, SpokenText Text);

/// <summary>One text of a project, and where in it each answer stands.</summary>
internal sealed record TextSource(Guid Id, string Name, string Title, IReadOnlyList<Passage> Passages)
{
    public static async Task<TextSource> Write(Archive archive, Guid space, TextCollection collection, CancellationToken cancellation)
    {
        var id = NamedGuid.Of(space, $"source/{collection.Id}/{collection.Language}");
        var passages = new List<Passage>();
        await using var file = archive.Begin($"sources/{id:D}.txt");
        var at = 0;
        await foreach (var spoken in collection.Read(cancellation))
        {
            var heading = $"{spoken.Key}, {spoken.Form}\n";
            var text = PlainText.Lines(spoken.Text);
            var from = at + PlainText.CodePoints(heading);
            var to = from + PlainText.CodePoints(text);
            passages.Add(new(NamedGuid.Of(id, $"{spoken.Form}/{spoken.Key}"), from, to, spoken with { Text = "" }));
            await file.WriteAsync(Encoding.UTF8.GetBytes($"{heading}{text}\n\n"), cancellation);
            await archive.Outlet.Relieve(cancellation);
            at = to + 2;
        }

        return new(id, $"{collection.Id} ({collection.Language})", collection.Title, passages);
    }
}
