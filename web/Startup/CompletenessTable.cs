using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;
using Spectre.Console;

namespace CohortCourses.Web.Startup;

/// <summary>How far each language of each course is, week by week: a table on a terminal, columns of text elsewhere.</summary>
internal static class CompletenessTable
{
    public static void Write(IReadOnlyList<CourseRevision> courses)
    {
        foreach (var course in courses)
        {
            string[] heads = ["language", .. course.Weeks.Select(week => $"week {week.Number}"), .. course.Forms.IsEmpty ? Array.Empty<string>() : ["forms"], "whole course"];
            string[][] rows = [.. course.Languages.Select(language => Row(course, language))];
            if (Console.IsOutputRedirected)
            {
                WritePlain(course.Id, heads, rows);
            }
            else
            {
                WriteTable(course.Id, heads, rows);
            }
        }
    }

    private static string[] Row(CourseRevision course, string language) =>
    [
        language == course.SourceLanguage ? $"{language} (source)" : language,
        .. course.Weeks.Select(week => Cell(week.Completeness[language])),
        .. course.Forms.IsEmpty ? Array.Empty<string>() : [Cell(course.Forms.Aggregate(default(Completeness), (sum, form) => sum + form.Completeness[language]))],
        Cell(course.Completeness[language]),
    ];

    private static string Cell(Completeness completeness) =>
        completeness.Stale == 0 ? $"{completeness.Percent}%" : $"{completeness.Percent}% ({completeness.Stale} stale)";

    private static void WritePlain(string course, string[] heads, string[][] rows)
    {
        var widths = heads.Select((head, column) => Math.Max(head.Length, rows.Max(row => row[column].Length))).ToArray();
        Console.Out.WriteLine(course);
        foreach (var row in rows.Prepend(heads))
        {
            Console.Out.WriteLine($"  {string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))}".TrimEnd());
        }

        Console.Out.WriteLine();
    }

    private static void WriteTable(string course, string[] heads, string[][] rows)
    {
        var table = new Table().Title(Markup.Escape(course)).Border(TableBorder.Rounded).AddColumns([.. heads.Select(Markup.Escape)]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => Colour(cell) is { } colour ? $"[{colour}]{Markup.Escape(cell)}[/]" : Markup.Escape(cell))]);
        }

        AnsiConsole.Write(table);
    }

    private static string? Colour(string cell) => cell switch
    {
        "100%" => "green",
        "0%" => "grey",
        [.., '%'] or [.., ')'] when cell.Contains('%', StringComparison.Ordinal) => "yellow",
        _ => null,
    };
}
