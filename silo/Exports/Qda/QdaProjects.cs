using CohortCourses.Exports.Streams;

namespace CohortCourses.Exports.Qda;

/// <summary>
/// REFI-QDA 1.5: <c>project.qde</c> and a folder of sources in one zip file. One source for each question and language, LF alone, no byte
/// order mark, positions in Unicode code points, a case for each study key. It holds no clock: the same data give the same bytes.
/// </summary>
public static class QdaProjects
{
    public static async Task Write(QdaProject project, Stream target, CancellationToken cancellation)
    {
        var outlet = new Outlet(target);
        using (var archive = new Archive(outlet))
        {
            var sources = new List<TextSource>();
            await foreach (var collection in project.Texts.WithCancellation(cancellation))
            {
                sources.Add(await TextSource.Write(archive, project.Space, collection, cancellation));
            }

            using var document = new ProjectDocument(archive.Begin("project.qde"), project);
            document.WriteCodebook();
            await document.WriteCases(sources, outlet, cancellation);
            await document.WriteSources(sources, outlet, cancellation);
        }

        await outlet.Drain(cancellation);
    }
}
