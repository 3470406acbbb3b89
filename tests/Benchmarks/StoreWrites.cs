using System.Diagnostics;
using System.Globalization;
using CohortCourses.Storage;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Tests.Benchmarks;

/// <summary>Durable writes of 2 kB documents: the store with many callers, beside bare SQLite with one transaction a write.</summary>
public static class StoreWrites
{
    private const int DocumentsPerCaller = 16;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);
    private static readonly byte[] Body = new byte[2048];

    /// <summary>Runs for about half a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        Random.Shared.NextBytes(Body);
        List<string> lines = ["| writer | callers | writes/s | p50 ms | p99 ms |", "|---|---:|---:|---:|---:|"];
        var folder = Directory.CreateTempSubdirectory("cohort-courses-writes-").FullName;
        try
        {
            lines.Add(Line("bare SQLite, a transaction each", 1, Bare(Path.Combine(folder, "bare.db"))));
            using var data = DataFolder.Open(Path.Combine(folder, "data"), TimeProvider.System);
            using var store = SqliteDocumentStore.Open(data);
            await Crowd(store, 16, TimeSpan.FromSeconds(1));
            foreach (var callers in (int[])[1, 16, 64, 256])
            {
                lines.Add(Line("document store", callers, await Crowd(store, callers, Length)));
            }

            lines.Add(Line("bare SQLite, a transaction each", 1, Bare(Path.Combine(folder, "bare.db"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return [.. lines];
    }

    private static async Task<List<TimeSpan>> Crowd(SqliteDocumentStore store, int callers, TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Caller(store, $"{callers}/{caller}", start, length))));
        return [.. each.SelectMany(times => times)];
    }

    private static async Task<List<TimeSpan>> Caller(SqliteDocumentStore store, string name, long start, TimeSpan length)
    {
        var times = new List<TimeSpan>();
        var tags = new string?[DocumentsPerCaller];
        for (var number = 0; Stopwatch.GetElapsedTime(start) < length; number = (number + 1) % DocumentsPerCaller)
        {
            var began = Stopwatch.GetTimestamp();
            var key = $"{name}/{length}/{number}";
            tags[number] = await store.WriteAsync("sample", key, Body, tags[number]);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        return times;
    }

    private static List<TimeSpan> Bare(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS bare (key TEXT PRIMARY KEY, body BLOB)");
        using var write = connection.CreateCommand();
        write.CommandText = "INSERT INTO bare VALUES ($key, $body) ON CONFLICT DO UPDATE SET body = excluded.body";
        var key = write.Parameters.Add("$key", SqliteType.Text);
        write.Parameters.Add("$body", SqliteType.Blob).Value = Body;
        write.Prepare();
        var times = new List<TimeSpan>();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Length;)
        {
            var began = Stopwatch.GetTimestamp();
            BitConverter.TryWriteBytes(Body, times.Count); // SQLite does not write a row that stays the same
            key.Value = string.Create(CultureInfo.InvariantCulture, $"key {times.Count % DocumentsPerCaller}");
            write.ExecuteNonQuery();
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        return times;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Line(string writer, int callers, List<TimeSpan> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {writer} | {callers} | {times.Count / Length.TotalSeconds:N0} | {At(times, 0.5):N2} | {At(times, 0.99):N2} |");
    }

    private static double At(List<TimeSpan> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)].TotalMilliseconds;
}
