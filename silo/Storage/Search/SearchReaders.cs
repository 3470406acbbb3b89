using System.Collections.Concurrent;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>Connections that look for posts, as many as look at the same time.</summary>
internal sealed class SearchReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private volatile bool closed;

    public IReadOnlyList<SearchHit> Find(SearchQuery query)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SearchFile));
        var words = SearchWords.In(query.Words);
        if (words.AreNone && !string.IsNullOrWhiteSpace(query.Words))
        {
            return [];
        }

        var connection = idle.TryTake(out var pooled) ? pooled : Open();
        try
        {
            return Find(connection, query, words);
        }
        finally
        {
            idle.Add(connection);
            if (closed)
            {
                Dispose();
            }
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private SqliteConnection Open()
    {
        var connection = SqliteConnections.OpenToRead(path);
        connection.Execute("PRAGMA cache_size = -16384");
        return connection;
    }

    private static List<SearchHit> Find(SqliteConnection connection, SearchQuery query, SearchWords words)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number FROM cohorts WHERE slug = $slug";
        command.Parameters.AddWithValue("$slug", query.Cohort);
        if (command.ExecuteScalar() is not long cohort)
        {
            return [];
        }

        command.CommandText = Sql(query, words, command.Parameters, cohort);
        using var rows = command.ExecuteReader();
        var hits = new List<SearchHit>();
        while (rows.Read())
        {
            hits.Add(new(
                rows.GetInt64(0),
                rows.GetString(1),
                rows.GetInt32(2),
                rows.GetInt32(3),
                rows.GetString(4),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0) / SearchWriter.PlacesPerMillisecond),
                SearchSnippet.Whole(rows.GetString(5), words),
                SearchSnippet.Cut(rows.GetString(6), words)));
        }

        return hits;
    }

    /// <summary>The index goes first, from the newest back, and stops when there is enough: CROSS JOIN keeps SQLite from turning that round.</summary>
    private static string Sql(SearchQuery query, SearchWords words, SqliteParameterCollection values, long cohort)
    {
        var (by, asked) = (words.Long, words.Short);
        var index = by.Length > 0 ? "words" : asked.Length > 0 ? "short" : null;
        var place = index is null ? "p.place" : "i.rowid";
        var sql = new StringBuilder("SELECT p.place, t.thread, t.week, p.number, p.by, t.title, p.text FROM ")
            .Append(index is null ? "posts p" : $"{index} i CROSS JOIN posts p ON p.place = i.rowid")
            .Append(" CROSS JOIN threads t ON t.number = p.thread WHERE p.cohort = $cohort");
        values.AddWithValue("$cohort", cohort);
        if (by.Length > 0)
        {
            sql.Append(" AND words MATCH $long");
            values.AddWithValue("$long", $"{{scope}} : \"{SearchLayout.Scope(cohort)}\" AND {by}");
        }

        if (asked.Length > 0)
        {
            sql.Append(index == "short" ? " AND short MATCH $short" : " AND +i.rowid IN (SELECT rowid FROM short WHERE short MATCH $short)");
            values.AddWithValue("$short", $"{{scope}} : \"{SearchLayout.ShortScope(cohort)}\" AND {asked}");
        }

        if (query.By is { } people)
        {
            // With a plus, SQLite does not ask the index once for each post of that person, but looks at what it finds.
            sql.Append(index is null ? " AND p.by IN (" : " AND +i.rowid IN (SELECT place FROM posts WHERE cohort = $cohort AND by IN (")
                .AppendJoin(", ", people.Select((_, number) => $"$by{number}")).Append(index is null ? ")" : "))");
            foreach (var (number, learner) in people.Index())
            {
                values.AddWithValue($"$by{number}", learner);
            }
        }

        sql.Append(query.Week is null ? "" : " AND t.week = $week").Append(query.OnlyUnanswered ? " AND t.unanswered = 1" : "")
            .Append(query.OnlyUnanswered && index is null ? " AND p.number = 1" : "")
            .Append(" AND ").Append(place).Append(" < $before ORDER BY ").Append(place).Append(" DESC LIMIT $count");
        values.AddWithValue("$week", query.Week ?? 0);
        values.AddWithValue("$before", query.Before ?? long.MaxValue);
        values.AddWithValue("$count", query.Count);
        return sql.ToString();
    }
}
