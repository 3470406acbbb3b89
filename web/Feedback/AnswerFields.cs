using System.Collections.Immutable;
using CohortCourses.Contracts.Feedback;
using Microsoft.Extensions.Primitives;

namespace CohortCourses.Web.Feedback;

/// <summary>
/// The fields of a form on a page: one for each question by the name <see cref="NameOf(QuestionDefinition)"/>; a matrix has one for each row, and a ranking has
/// several of the same name, the first place first.
/// </summary>
internal static class AnswerFields
{
    private const string Prefix = "q.";

    public static string NameOf(QuestionDefinition question) => Prefix + question.Id;

    public static string NameOf(QuestionDefinition question, ChoiceDefinition row) => $"{Prefix}{question.Id}.{row.Id}";

    /// <summary>The answers that were sent, as a form takes them. Fields of questions that it does not have come along, for they are told.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(FormDefinition form, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in fields.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var parts = name[Prefix.Length..].Split('.', 2);
            var given = values.OfType<string>().Where(value => value.Length > 0);
            answers[parts[0]] = [.. answers.GetValueOrDefault(parts[0], []), .. parts.Length == 1 ? given : given.Select(level => $"{parts[1]}:{level}")];
        }

        return answers.ToImmutable();
    }
}
