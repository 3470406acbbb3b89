using System.Collections.Immutable;
using CohortCourses.Domain.Feedback;
using NodaTime;

namespace CohortCourses.Tests.Domain.Feedback;

/// <summary>A form with a question of every kind.</summary>
internal static class Samples
{
    public static readonly FormRules Form = new(FormLevel.Confidential,
    [
        new OneChoice("pace", true, null, "w1", ["too-little", "right", "too-much"]),
        new SeveralChoices("hindered", false, new("pace", ["too-much"]), "w2", ["time", "language", "line", "nothing"], 2, "nothing"),
        new Words("which-line", false, new("hindered", ["line"]), "w3", 20, HasParagraphs: false),
        new Scale("clear", false, null, "w4", 1, 5),
        Scale.OfRecommendation("recommend", false, null, "w5"),
        new Matrix("parts", false, null, "w6", ["page", "call"], 3),
        new Ranking("next", false, null, "w7", ["grants", "events", "stories"], 2),
        new Amount("hours", false, null, "w8", 0, 40, 1),
        new Day("start", false, null, "w9", new LocalDate(2026, 2, 1), new LocalDate(2026, 12, 31)),
        new Words("change", false, null, "w10", 50, HasParagraphs: true),
    ]);

    public static CheckedResponse Send(params (string Question, string[] Values)[] answers) => Form.Check(
        answers.Prepend(("pace", ["right"])).GroupBy(answer => answer.Item1).ToDictionary(answer => answer.Key, answer => answer.Last().Item2.ToImmutableArray(), StringComparer.Ordinal));

    public static string? Why(this CheckedResponse response, string question) =>
        response.Refused.SingleOrDefault(refused => refused.Question == question)?.Why.Code;
}
