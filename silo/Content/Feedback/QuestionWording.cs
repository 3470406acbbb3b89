using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>What a respondent reads of a question in the source language, as one hash. Where lines are wrapped makes no difference.</summary>
public static class QuestionWording
{
    /// <summary>Of a question that was made without a file; the same words in a file have the same hash.</summary>
    /// <param name="choices">With their ids.</param>
    public static string HashOf(QuestionKind kind, string text, IEnumerable<(string Id, string Text)> choices, IEnumerable<string> levels) =>
        HashOf(kind, "", text, "", "", "", "", choices, [], levels);

    internal static string HashOf(Question question) => HashOf(
        question.Kind,
        Source(question.Heading),
        Source(question.Text),
        Source(question.Help),
        Source(question.Low),
        Source(question.High),
        Source(question.Unit),
        question.Choices.Select(choice => (choice.Id, Source(choice.Text))),
        question.Rows.Select(row => (row.Id, Source(row.Text))),
        question.Levels.Select(Source));

    private static string HashOf(
        QuestionKind kind,
        string heading,
        string text,
        string help,
        string low,
        string high,
        string unit,
        IEnumerable<(string Id, string Text)> choices,
        IEnumerable<(string Id, string Text)> rows,
        IEnumerable<string> levels)
    {
        var read = new StringBuilder();
        Add("kind", kind.ToString());
        AddText("heading", heading);
        AddText("text", text);
        AddText("help", help);
        AddText("low", low);
        AddText("high", high);
        AddText("unit", unit);
        AddChoices("choice", choices);
        AddChoices("row", rows);
        foreach (var level in levels)
        {
            AddText("level", level);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(read.ToString())).AsSpan(0, 6));

        // The length before each piece keeps two pieces from being taken for one.
        void Add(string name, string value) => read.Append(CultureInfo.InvariantCulture, $"{name} {value.Length} {value}\n");

        void AddText(string name, string piece) => Add(name, Unwrapped(piece));

        void AddChoices(string name, IEnumerable<(string Id, string Text)> listed)
        {
            foreach (var (id, label) in listed)
            {
                Add(name, id);
                AddText(name, label);
            }
        }
    }

    private static string Source(Wordings? wordings) => wordings?.ToString() ?? "";

    private static string Unwrapped(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
}
