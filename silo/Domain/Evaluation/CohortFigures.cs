using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How long the groups of one attribute stayed.</summary>
public sealed record AttributeRetention(string Attribute, ImmutableArray<(Group Group, Retention Curve)> Curves);

/// <summary>
/// What is shown of a cohort: who stayed, what was read and completed week by week, who took part in the discussion. The figures are made
/// together, because who left is contained in who read nothing, and who completed everything in who completed a week.
/// </summary>
/// <param name="Stages">Left, here, completed.</param>
/// <param name="Weeks">Not read, read, completed; among those who are not shown to have left before.</param>
/// <param name="Voices">Silent, reading, writing in the discussion.</param>
/// <param name="Research">Who agreed to research.</param>
public sealed record CohortFigures(
    Breakdowns Breakdowns,
    Retention Retention,
    ImmutableArray<AttributeRetention> RetentionBy,
    ShownFigure Stages,
    ImmutableArray<ShownFigure> Weeks,
    ShownFigure Voices,
    ShownFigure Research)
{
    public static readonly ImmutableArray<string> StageNames = ["left", "here", "completed"];
    public static readonly ImmutableArray<string> WeekNames = ["not-read", "read", "completed"];
    public static readonly ImmutableArray<string> VoiceNames = ["silent", "read", "wrote"];

    public int N => Stages.N;

    /// <param name="now">How many weeks have opened.</param>
    /// <param name="needsAll">Whether the course is complete only with every week.</param>
    public static CohortFigures Of(IReadOnlyList<Participant> people, int now, bool needsAll)
    {
        var breakdowns = BreakdownsOf(people);
        var followed = Staying.Of(people, now);
        var retention = Retention.Of(followed).InLargeSteps();
        var whole = Leaving.Of(retention, followed);
        var byGroup = breakdowns.Offered.Select(attribute => (Attribute: attribute, Retention: RetentionByGroup.Of(attribute, followed))).ToArray();
        var views = byGroup.Select(view => (view.Attribute, Leaving: Leaving.Of(view.Retention, followed))).ToImmutableArray();
        var stages = StageFigures.Of(people, followed, whole, views);
        return new(
            breakdowns,
            retention,
            [.. byGroup.Where(view => view.Retention is { Curves.IsEmpty: false }).Select(view => new AttributeRetention(view.Attribute.Name, [.. view.Attribute.Groups.Zip(view.Retention!.Curves)]))],
            stages,
            [.. Enumerable.Range(1, now).Select(week => WeekFigures.Of(people, week, whole, views, needsAll ? stages : null))],
            Outcome("voice", VoiceNames, person => (int)person.Voice),
            Outcome("research", ["no", "yes"], person => person.Research ? 1 : 0));

        ShownFigure Outcome(string name, ImmutableArray<string> values, Func<Participant, int> of) =>
            ShownFigure.Of(Figure.Of(breakdowns, Sorting.Ordered(name, values, people.Select(person => values[of(person)]))));
    }

    /// <summary>By track, language and region, in this order of importance.</summary>
    public static Breakdowns BreakdownsOf(IReadOnlyList<Participant> people)
    {
        return Breakdowns.Of([Attribute("track", person => person.Track), Attribute("language", person => person.Language), Attribute("region", person => person.Region)]);

        Sorting Attribute(string name, Func<Participant, string> of) =>
            Sorting.Unordered(name, [.. people.Select(of).Distinct().Order(StringComparer.Ordinal)], people.Select(of));
    }
}
