using System.Collections.Immutable;
using CohortCourses.Exports.Tables;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>Makes columns and tables whose words stand in the texts, as <c>column.name</c> and <c>table.name</c>: a title, a colon, what it means.</summary>
internal sealed class Describe(Words words)
{
    public Column Text(string name) => Column(name, ColumnType.Text);

    public Column Whole(string name, string? unit = null) => Column(name, ColumnType.Whole) with { Unit = unit is null ? null : words[$"unit.{unit}"] };

    public Column Number(string name) => Column(name, ColumnType.Number);

    public Column Yes(string name) => Column(name, ColumnType.Yes);

    public Column Day(string name) => Column(name, ColumnType.Day);

    /// <param name="levels">Their words stand in the texts as <c>level.kind.value</c>.</param>
    public Column Levels(string name, string kind, params IEnumerable<string> levels) =>
        Text(name) with { Levels = [.. levels.Select(level => new Level(level, words[$"level.{kind}.{level}"]))] };

    public Table Table(string name, ImmutableArray<Column> columns, ImmutableArray<string> key, Func<CancellationToken, IAsyncEnumerable<Cell[]>> read)
    {
        var (title, about) = Of($"table.{name}");
        return new(name, title, about, [.. columns.Select(column => key.Contains(column.Name) ? column with { IsRequired = true } : column)], key, read);
    }

    private Column Column(string name, ColumnType type)
    {
        var (title, about) = Of($"column.{name}");
        return new(name, type, title, about);
    }

    /// <summary>A title, and what it means as a sentence.</summary>
    public (string Title, string About) Of(string key) => words[key].Split(':', 2, StringSplitOptions.TrimEntries) switch
    {
        [var title, { Length: > 0 } about] => (title, string.Concat(char.ToUpper(about[0], words.Culture).ToString(), about.AsSpan(1))),
        [var title, ..] => (title, title),
        _ => (key, key),
    };
}
