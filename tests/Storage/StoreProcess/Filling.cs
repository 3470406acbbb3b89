using System.Collections.Concurrent;
using System.Globalization;
using CohortCourses.Storage;

namespace CohortCourses.Tests.StoreProcess;

/// <summary>Writes until the disk is full, makes room, goes on; then compares everything acknowledged with what is stored, also after a restart.</summary>
internal static class Filling
{
    private const int Callers = 16;
    private const int FarTooMany = 50_000;
    private const string Kind = "fill";

    public static async Task<string> Run(string path)
    {
        var acknowledged = new ConcurrentDictionary<int, bool>();
        var faults = new ConcurrentBag<DataFolderException>();
        var ballast = path + ".ballast";
        await File.WriteAllBytesAsync(ballast, new byte[512 * 1024]);
        using (var folder = DataFolder.Open(path, TimeProvider.System))
        {
            using var store = SqliteDocumentStore.Open(folder);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Fill(store, caller, acknowledged, faults))));
            await Verify(store, acknowledged.Keys);
            File.Delete(ballast);
            await store.WriteAsync(Kind, Key(-1), CheckedBody.Make(-1, 0), null);
            acknowledged[-1] = true;
            await Verify(store, acknowledged.Keys);
        }

        using (var folder = DataFolder.Open(path, TimeProvider.System))
        {
            using var store = SqliteDocumentStore.Open(folder);
            await Verify(store, acknowledged.Keys);
        }

        var fault = faults.Select(error => $"{error.Fault}: {error.Message}").Distinct().Single();
        return string.Create(CultureInfo.InvariantCulture, $"kept {acknowledged.Count} of {acknowledged.Count}, {faults.Count} refused as {fault}");
    }

    private static async Task Fill(SqliteDocumentStore store, int caller, ConcurrentDictionary<int, bool> acknowledged, ConcurrentBag<DataFolderException> faults)
    {
        for (var number = caller; number < FarTooMany; number += Callers)
        {
            try
            {
                await store.WriteAsync(Kind, Key(number), CheckedBody.Make(number, 0), null);
                acknowledged[number] = true;
            }
            catch (DataFolderException error)
            {
                faults.Add(error);
                return;
            }
        }
    }

    private static async Task Verify(SqliteDocumentStore store, IEnumerable<int> acknowledged)
    {
        foreach (var number in acknowledged)
        {
            if (await store.ReadAsync(Kind, Key(number)) is not { } document || CheckedBody.Read(document.Body.Span) != (number, 0))
            {
                throw new InvalidOperationException($"Document {number} was acknowledged and is lost.");
            }
        }
    }

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);
}
