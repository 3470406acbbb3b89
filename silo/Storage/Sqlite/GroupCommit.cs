using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CohortCourses.Storage;

/// <summary>
/// The one writer. While a commit is on its way to the disk, writes gather; the next transaction takes them all. So one
/// disk flush serves everyone who waits, and nobody is told "written" before it.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    // Bounds how long the last of a crowd waits, and the memory of a transaction.
    private const int MostInOneCommit = 512;

    private readonly string database;
    private readonly DocumentStatements statements;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly object gate = new();
    private readonly Thread thread;
    private List<PendingWrite> waiting = [];
    private bool closed;

    public GroupCommit(string database)
    {
        this.database = database;
        connection = SqliteConnections.Open(database, SqliteOpenMode.ReadWrite);
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
    }

    private void Run()
    {
        for (var batch = Take([]); batch.Count > 0; batch = Take(batch))
        {
            for (var from = 0; from < batch.Count; from += MostInOneCommit)
            {
                Commit(batch.GetRange(from, Math.Min(MostInOneCommit, batch.Count - from)));
            }
        }
    }

    private List<PendingWrite> Take(List<PendingWrite> emptied)
    {
        emptied.Clear();
        lock (gate)
        {
            while (waiting.Count == 0 && !closed)
            {
                Monitor.Wait(gate);
            }

            (waiting, emptied) = (emptied, waiting);
            return emptied;
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
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

        batch.ForEach(write => write.Complete());
    }

    // One write may be what does not fit: alone, each of the others gets its own chance.
    private void Failed(List<PendingWrite> batch, Exception error)
    {
        if (batch.Count > 1)
        {
            batch.ForEach(write => Commit([write]));
        }
        else
        {
            batch[0].Fail(error is SqliteException sqlite ? sqlite.Explain(database) : error);
        }
    }

    private void RollBack()
    {
        statements.ForgetReserved();
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            connection.Execute("ROLLBACK");
        }
    }
}
