using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>
/// The posts of this node's cohorts by their words, in a file that may be deleted at any time: it is derived, is in no backup, and whatever is missing
/// in it is read anew. One writes at a time; readers do not wait.
/// </summary>
public sealed class SearchFile : IDisposable
{
    private readonly Lock writing = new();
    private readonly SqliteConnection connection;
    private readonly SearchWriter writer;
    private readonly SearchReaders readers;
    private bool hasGone;

    private SearchFile(string path)
    {
        connection = SearchLayout.Open(path);
        writer = new(connection);
        readers = new(path);
    }

    /// <summary>The folder beside the data that holds the file and nothing else.</summary>
    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "search");

    /// <summary>Opens the file, or makes a new one where it is missing, damaged or of another version.</summary>
    public static SearchFile Open(string dataFolder)
    {
        var folder = FolderIn(dataFolder);
        PrivateFolder.Create(folder);
        var path = Path.Combine(folder, "posts.db");
        try
        {
            return new(path);
        }
        catch (SqliteException error)
        {
            throw error.Explain(path);
        }
    }

    /// <summary>Throws the file away; nobody may have it open.</summary>
    public static void Discard(string dataFolder)
    {
        if (Directory.Exists(FolderIn(dataFolder)))
        {
            Directory.Delete(FolderIn(dataFolder), recursive: true);
        }
    }

    /// <summary>Which version of each thread is indexed.</summary>
    public IReadOnlyDictionary<string, long> Threads(string cohort) => Write(() => writer.Threads(cohort));

    /// <summary>Which version of each page of a thread is indexed.</summary>
    public IReadOnlyDictionary<int, int> Pages(string cohort, string thread) => Write(() => writer.Pages(cohort, thread));

    /// <summary>Notes what a page of a thread holds now; whatever it held before and does not any more is forgotten.</summary>
    public void Put(string cohort, string thread, int page, int version, IReadOnlyCollection<SearchablePost> posts) =>
        Write(() => hasGone |= writer.Put(cohort, thread, page, version, posts));

    /// <summary>Notes what a thread is now, after its pages.</summary>
    public void Put(string cohort, SearchableThread thread) => Write(() =>
    {
        writer.Put(cohort, thread);
        return true;
    });

    public void Forget(string cohort, string thread) => Write(() => hasGone |= writer.Forget(cohort, thread));

    /// <summary>
    /// Takes what was forgotten out of the file as well. Until then the index keeps it as crossed out. Takes a second or two for 50,000 posts, while
    /// others go on reading; does nothing if nothing was forgotten.
    /// </summary>
    public void Clean()
    {
        lock (writing)
        {
            if (hasGone)
            {
                connection.Execute("INSERT INTO words(words) VALUES ('optimize'); INSERT INTO short(short) VALUES ('optimize')");
                connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
                hasGone = false;
            }
        }
    }

    /// <summary>The posts that hold all words, the newest first.</summary>
    public IReadOnlyList<SearchHit> Find(SearchQuery query) => readers.Find(query);

    public void Dispose()
    {
        readers.Dispose();
        lock (writing)
        {
            writer.Dispose();
            connection.Dispose();
        }
    }

    private T Write<T>(Func<T> work)
    {
        lock (writing)
        {
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                var done = work();
                connection.Execute("COMMIT");
                return done;
            }
            catch
            {
                connection.Execute("ROLLBACK");
                throw;
            }
        }
    }
}
