using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CohortCourses.Storage;

/// <summary>
/// The one writer. While a commit is on its way to the disk, writes gather; the next transaction takes them all. So one
/// disk flush serves everyone who waits, and nobody is told "written" before it.
/// </summary>
internal sealed partial class GroupCommit : IDisposable
{
    // Bounds how long the last of a crowd waits, and the memory of a transaction.
    private const int MostInOneCommit = 512;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly string database;
    private readonly StorageMetrics metrics;
    private readonly ILogger logger;
    private readonly SqliteConnection connection;
    private readonly DocumentStatements statements;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly object gate = new();
    private readonly Thread thread;
    private List<PendingWrite> waiting = [];
    private TaskCompletionSource? emptying;
    private bool closed;

    public GroupCommit(string database, StorageMetrics metrics, ILogger logger)
    {
        (this.database, this.metrics, this.logger) = (database, metrics, logger);
        connection = SqliteConnections.OpenToWrite(database);
        statements = new(connection);
        begin = connection.Prepare("BEGIN IMMEDIATE");
        commit = connection.Prepare("COMMIT");
        thread = new(Run) { IsBackground = true, Name = "document writer" };
        thread.Start();
    }

    public Task<string> Enqueue(PendingWrite write)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteDocumentStore));
            waiting.Add(write);
            Monitor.Pulse(gate);
        }

        return write.Task;
    }

    /// <summary>Folds the log into the database after the writes that wait, and leaves none.</summary>
    public Task EmptyLog()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteDocumentStore));
            emptying ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            Monitor.Pulse(gate);
            return emptying.Task;
        }
    }

    /// <summary>Takes no more writes, finishes those that wait, and closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
        begin.Dispose();
        commit.Dispose();
        statements.Dispose();
        connection.Dispose();
    }

    private void Run()
    {
        for (var (batch, asked) = Take([]); batch.Count > 0 || asked is not null; (batch, asked) = Take(batch))
        {
            for (var from = 0; from < batch.Count; from += MostInOneCommit)
            {
                Commit(batch.GetRange(from, Math.Min(MostInOneCommit, batch.Count - from)));
            }

            if (asked is not null)
            {
                EmptyLog(asked);
            }
        }
    }

    /// <summary>Waits for something to do and takes all there is; nothing means the end. Leaves the emptied list to be filled next.</summary>
    private (List<PendingWrite> Batch, TaskCompletionSource? Asked) Take(List<PendingWrite> emptied)
    {
        emptied.Clear();
        lock (gate)
        {
            while (waiting.Count == 0 && emptying is null && !closed)
            {
                Monitor.Wait(gate);
            }

            (waiting, emptied) = (emptied, waiting);
            (var asked, emptying) = (emptying, null);
            return (emptied, asked);
        }
    }

    private void EmptyLog(TaskCompletionSource asked)
    {
        try
        {
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            asked.SetResult();
        }
        catch (SqliteException error)
        {
            asked.SetException(error.Explain(database));
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            begin.ExecuteNonQuery();
            batch.ForEach(statements.Apply);
            commit.ExecuteNonQuery();
        }
        catch (Exception error)
        {
            RollBack();
            Failed(batch, error);
            return;
        }

        Measure(batch.Count, Stopwatch.GetElapsedTime(began));
        batch.ForEach(write => write.Complete());
    }

    private void Measure(int writes, TimeSpan took)
    {
        metrics.Committed(writes, took);
        if (took > Slow)
        {
            LogSlow(logger, writes, took.TotalMilliseconds);
        }
    }

    private void Failed(List<PendingWrite> batch, Exception error)
    {
        metrics.Failed();
        if (batch.Count > 1 && MayBeOneWrite(error))
        {
            batch.ForEach(write => Commit([write]));
            return;
        }

        var reason = error is SqliteException sqlite ? sqlite.Explain(database) : error;
        LogFailed(logger, batch.Count, (reason as DataFolderException)?.Fault ?? DataFolderFault.Failed, error);
        batch.ForEach(write => write.Fail(reason));
    }

    // One write may be what does not fit: alone, each of the others gets its own chance. A disk that fails gets none.
    private static bool MayBeOneWrite(Exception error) =>
        error is not SqliteException sqlite || sqlite.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_TOOBIG or raw.SQLITE_NOMEM;

    private void RollBack()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            connection.Execute("ROLLBACK");
        }
    }
}
