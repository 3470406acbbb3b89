using System.Buffers.Binary;
using System.Globalization;
using CohortCourses.Storage;

namespace CohortCourses.Tests.StoreProcess;

/// <summary>
/// Many callers write, each its own documents in turn, until the process is killed. Every acknowledged step is reported at once as two
/// numbers, caller and step, on standard output.
/// </summary>
public static class Writers
{
    public const string Kind = "crash";
    public const int Callers = 64;
    public const int DocumentsEach = 10;
    public const int Acknowledgement = 8;

    private const int StepsARound = 1_000_000;
    private const int DeletesEvery = 7;

    public static string Key(int document) => document.ToString(CultureInfo.InvariantCulture);

    public static int FirstStep(int round) => round * StepsARound;

    public static int Document(int caller, int step) => (caller * DocumentsEach) + (step % DocumentsEach);

    public static bool Deletes(int step) => step % DeletesEvery == 0;

    public static async Task Run(string path, int round)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        await using var output = Console.OpenStandardOutput();
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Caller(store, caller, FirstStep(round), Report))));

        void Report(int caller, int step)
        {
            Span<byte> line = stackalloc byte[Acknowledgement];
            BinaryPrimitives.WriteInt32LittleEndian(line, caller);
            BinaryPrimitives.WriteInt32LittleEndian(line[4..], step);
            lock (gate)
            {
                output.Write(line);
            }
        }
    }

    private static async Task Caller(SqliteDocumentStore store, int caller, int first, Action<int, int> report)
    {
        var tags = new string?[DocumentsEach];
        for (var step = first; step < first + DocumentsEach; step++)
        {
            tags[step % DocumentsEach] = (await store.ReadAsync(Kind, Key(Document(caller, step))))?.ETag;
        }

        for (var step = first; step < first + StepsARound; step++)
        {
            var document = Document(caller, step);
            tags[step % DocumentsEach] = await Apply(store, document, step, tags[step % DocumentsEach]);
            report(caller, step);
        }
    }

    private static async Task<string?> Apply(SqliteDocumentStore store, int document, int step, string? tag)
    {
        if (!Deletes(step))
        {
            return await store.WriteAsync(Kind, Key(document), CheckedBody.Make(document, step), tag);
        }

        await store.DeleteAsync(Kind, Key(document), tag);
        return null;
    }
}
