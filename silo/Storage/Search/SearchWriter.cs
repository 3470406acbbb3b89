using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>Keeps the tables and the two indexes together. Called by one at a time, in a transaction.</summary>
internal sealed class SearchWriter(SqliteConnection connection) : IDisposable
{
    // So many posts may have the same millisecond without getting in each other's way.
    public const long PlacesPerMillisecond = 256;

    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public Dictionary<string, long> Threads(string cohort) => Rows(
        "SELECT thread, version FROM threads WHERE cohort = $1", row => (row.GetString(0), row.GetInt64(1)), Cohort(cohort))
        .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);

    public Dictionary<int, int> Pages(string cohort, string thread) => Rows(
        "SELECT page, version FROM pages WHERE thread = $1", row => (row.GetInt32(0), row.GetInt32(1)), Thread(Cohort(cohort), thread))
        .ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>Whether something that could be found before can't be any more.</summary>
    public bool Put(string cohort, string thread, int page, int version, IReadOnlyCollection<SearchablePost> posts)
    {
        var scope = Cohort(cohort);
        var number = Thread(scope, thread);
        var left = posts.ToDictionary(post => post.Number);
        var hasGone = false;
        foreach (var (place, stored) in Stored("thread = $1 AND page = $2", number, page))
        {
            if (left.TryGetValue(stored.Number, out var post) && post with { At = default } == stored)
            {
                left.Remove(stored.Number);
                continue;
            }

            Remove(scope, place, stored);
            hasGone = true;
        }

        foreach (var post in left.Values)
        {
            Add(scope, number, page, post);
        }

        Run("INSERT OR REPLACE INTO pages VALUES ($1, $2, $3)", number, page, version);
        return hasGone;
    }

    public void Put(string cohort, SearchableThread thread) => Run(
        "UPDATE threads SET version = $2, week = $3, title = $4, unanswered = $5 WHERE number = $1",
        Thread(Cohort(cohort), thread.Thread), thread.Version, thread.Week, thread.Title, thread.IsUnanswered ? 1 : 0);

    public bool Forget(string cohort, string thread)
    {
        var scope = Cohort(cohort);
        var number = Thread(scope, thread);
        var stored = Stored("thread = $1", number);
        foreach (var (place, post) in stored)
        {
            Remove(scope, place, post);
        }

        Run("DELETE FROM pages WHERE thread = $1", number);
        Run("DELETE FROM threads WHERE number = $1", number);
        return stored.Count > 0;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
    }

    private static string Body(SearchablePost post) => FoldedText.Of(post.Title is null ? post.Text : $"{post.Title}\n{post.Text}").Text;

    private long Cohort(string slug)
    {
        Run("INSERT OR IGNORE INTO cohorts (slug) VALUES ($1)", slug);
        return Rows("SELECT number FROM cohorts WHERE slug = $1", row => row.GetInt64(0), slug)[0];
    }

    private long Thread(long cohort, string thread)
    {
        Run("INSERT OR IGNORE INTO threads (cohort, thread, version, week, title, unanswered) VALUES ($1, $2, -1, 0, '', 0)", cohort, thread);
        return Rows("SELECT number FROM threads WHERE cohort = $1 AND thread = $2", row => row.GetInt64(0), cohort, thread)[0];
    }

    private List<(long Place, SearchablePost Post)> Stored(string where, params object[] values) => Rows(
        $"SELECT place, number, by, title, text FROM posts WHERE {where}",
        row => (row.GetInt64(0), new SearchablePost(row.GetInt32(1), row.GetString(2), default, row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4))),
        values);

    private void Add(long cohort, long thread, int page, SearchablePost post)
    {
        var place = post.At.ToUnixTimeMilliseconds() * PlacesPerMillisecond;
        while (Rows("SELECT 1 FROM posts WHERE place = $1", row => row.GetInt32(0), place).Count > 0)
        {
            place++;
        }

        var body = Body(post);
        Run("INSERT INTO posts VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", place, cohort, thread, page, post.Number, post.By, (object?)post.Title ?? DBNull.Value, post.Text);
        Run("INSERT INTO words (rowid, scope, body) VALUES ($1, $2, $3)", place, SearchLayout.Scope(cohort), body);
        Run("INSERT INTO short (rowid, scope, body) VALUES ($1, $2, $3)", place, SearchLayout.ShortScope(cohort), ShortWords.In(body));
    }

    /// <summary>The indexes keep no text: to forget a row they are told what it was made of.</summary>
    private void Remove(long cohort, long place, SearchablePost post)
    {
        var body = Body(post);
        Run("INSERT INTO words (words, rowid, scope, body) VALUES ('delete', $1, $2, $3)", place, SearchLayout.Scope(cohort), body);
        Run("INSERT INTO short (short, rowid, scope, body) VALUES ('delete', $1, $2, $3)", place, SearchLayout.ShortScope(cohort), ShortWords.In(body));
        Run("DELETE FROM posts WHERE place = $1", place);
    }

    private void Run(string sql, params object[] values) => Command(sql, values).ExecuteNonQuery();

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params object[] values)
    {
        using var rows = Command(sql, values).ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

    private SqliteCommand Command(string sql, object[] values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            commands.Add(sql, command);
        }

        command.Parameters.Clear();
        foreach (var (place, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${place + 1}", value);
        }

        return command;
    }
}
