using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How many of the texts have one code.</summary>
public sealed record Theme(string Code, ShownFigure Figure);

/// <summary>What the answers to one question are about. Each code is a figure of its own: it is not added up with the codes that are parts of it.</summary>
public static class Themes
{
    public const string With = "with";

    public const string Without = "without";

    /// <param name="texts">Each text with the track of who wrote it; empty if that is not known or may not be told.</param>
    /// <param name="readings">What each coder who is done coded: a text has a code if all of them found it there.</param>
    public static ImmutableArray<Theme> Of(Codebook book, IReadOnlyList<(string Text, string Track)> texts, IReadOnlyList<IEnumerable<Passage>> readings)
    {
        if (readings.Count == 0)
        {
            return [];
        }

        var found = readings.Select(reading => Comparison.Presence(book, reading)).ToList();
        var tracks = Sorting.Unordered("track", [.. texts.Select(text => text.Track).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], texts.Select(text => text.Track));
        var breakdowns = Breakdowns.Of([tracks]);
        return
        [
            .. book.Standing.Where(code => found.Exists(reading => texts.Any(text => reading.Contains((text.Text, code.Id)))))
                .Select(code => new Theme(code.Id, ShownFigure.Of(Figure.Of(breakdowns, Sorting.Ordered(
                    "theme", [Without, With], texts.Select(text => found.TrueForAll(reading => reading.Contains((text.Text, code.Id))) ? With : Without)))))),
        ];
    }
}
