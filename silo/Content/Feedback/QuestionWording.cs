using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>What a respondent reads of a question in the source language, as one hash. Where lines are wrapped makes no difference.</summary>
internal static class QuestionWording
{
    public static string HashOf(Question question)
    {
        var read = new StringBuilder();
        Add("kind", question.Kind.ToString());
        AddText("heading", question.Heading);
        AddText("text", question.Text);
        AddText("help", question.Help);
        AddText("low", question.Low);
        AddText("high", question.High);
        AddText("unit", question.Unit);
        AddChoices("choice", question.Choices);
        AddChoices("row", question.Rows);
        foreach (var level in question.Levels)
        {
            AddText("level", level);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(read.ToString())).AsSpan(0, 6));

        // The length before each piece keeps two pieces from being taken for one.
        void Add(string name, string value) => read.Append(CultureInfo.InvariantCulture, $"{name} {value.Length} {value}\n");

        void AddText(string name, Wordings? text) => Add(name, Unwrapped(text?.ToString() ?? ""));

        void AddChoices(string name, IEnumerable<Choice> choices)
        {
            foreach (var choice in choices)
            {
                Add(name, choice.Id);
                AddText(name, choice.Text);
            }
        }
    }

    private static string Unwrapped(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
}
