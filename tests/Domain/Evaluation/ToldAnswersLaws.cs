using System.Collections.Immutable;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Domain.Feedback;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>Somebody writes down whatever a room is shown of a form, from the first look to the last, and subtracts.</summary>
public sealed class ToldAnswersLaws
{
    private const int Looks = 3;

    /// <summary>Everything that one person can answer.</summary>
    private static readonly ImmutableArray<Response> Kinds = [Said("1"), Said("2"), Said("3"), Said("3", "time"), Said("3", "line")];

    private static readonly Gen<FormRules> Forms =
        from first in Gen.Elements<Question>(new Scale("clear", true, null, "w1", 1, 3), new OneChoice("clear", true, null, "w1", ["1", "2", "3"]))
        select new FormRules(FormLevel.Anonymous, [first, new OneChoice("why", false, new("clear", ["3"]), "w2", ["time", "line"])]);

    /// <summary>How many of each kind came before each look: nobody, or five and more.</summary>
    private static readonly Gen<int[][]> Coming = Gen.ArrayOf(
        Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 4)), (3, Gen.Choose(5, 12))), Kinds.Length).Where(window => !SmallGroups.IsTooSmall(window.Sum())),
        Looks);

    [Fact]
    public void WhatARoomIsShown_TellsOfNoGroupUnderFive_NotEvenBySubtraction() => Law.Holds(
        from form in Forms from coming in Coming select (form, coming),
        one =>
        {
            var known = Published(one.form, one.coming);
            Assert.All(Sets(one.coming), set => Assert.False(known.Gives(set.Sum), $"{set.Count} people are found out"));
        },
        times: 150);

    [Fact]
    public void WhatARoomIsShown_IsWhole_WhereEachAnswerHasFive() => Law.Holds(Gen.ArrayOf(Gen.Choose(5, 40), Kinds.Length), counts =>
    {
        var form = new FormRules(FormLevel.Anonymous, [new Scale("clear", true, null, "w1", 1, 3), new OneChoice("why", false, new("clear", ["3"]), "w2", ["time", "line"])]);
        var told = ToldAnswers.Of(form, [Tally(form, counts)]);

        Assert.Equal([0, counts[0], counts[1], counts[2] + counts[3] + counts[4]], told[0].Figure.Outcomes.Select(group => group.Size));
        Assert.Equal(counts[2..], told[1].Figure.Outcomes.Select(group => group.Size));
    }, times: 50);

    /// <summary>Each count that is shown, once for the look at which it came up, and how many had answered at each.</summary>
    private static Equations Published(FormRules form, int[][] coming)
    {
        var known = new Equations(Looks * Kinds.Length);
        ImmutableArray<FormTally> looks = [];
        ImmutableArray<QuestionFigure> before = [];
        for (var look = 0; look < Looks; look++)
        {
            known.Publish(Sum((window, _) => window == look), coming[look].Sum());
            looks = looks.Add(coming[..(look + 1)].Aggregate(FormTally.Empty, (tally, window) => tally + Tally(form, window)));
            var told = ToldAnswers.Of(form, looks);
            foreach (var (part, figure) in told.Index().Where(one => before.IsEmpty || !before[one.Index].Figure.Outcomes.SequenceEqual(one.Item.Figure.Outcomes)))
            {
                var question = form.Questions[part];
                foreach (var group in figure.Figure.Outcomes)
                {
                    Assert.False(SmallGroups.IsTooSmall(group.Size), $"{group.Size} are shown");
                    var now = look;
                    known.Publish(Sum((window, kind) => window <= now && FormRules.IsShown(question, Kinds[kind]) && group.Values.Contains(Kinds[kind].To(question.Id) is [var answer] ? answer : "")), group.Size);
                }
            }

            before = told;
        }

        return known;
    }

    /// <summary>All sets of one to four people that somebody could mean: of each kind those who came between two looks.</summary>
    private static IEnumerable<(double[] Sum, int Count)> Sets(int[][] coming)
    {
        (int From, int To)[] spans = [(0, 0), .. from first in Enumerable.Range(0, Looks) from last in Enumerable.Range(first + 1, Looks - first) select (first, last)];
        IEnumerable<ImmutableArray<(int From, int To)>> sets = [[]];
        foreach (var _ in Kinds)
        {
            sets = sets.SelectMany(set => spans, (set, span) => set.Add(span));
        }

        return from set in sets
               let count = set.Select((span, kind) => coming[span.From..span.To].Sum(window => window[kind])).Sum()
               where SmallGroups.IsTooSmall(count)
               select (Sum((window, kind) => window >= set[kind].From && window < set[kind].To && coming[window][kind] > 0), count);
    }

    private static double[] Sum(Func<int, int, bool> isMeant) =>
        [.. from window in Enumerable.Range(0, Looks) from kind in Enumerable.Range(0, Kinds.Length) select isMeant(window, kind) ? 1.0 : 0.0];

    private static FormTally Tally(FormRules form, int[] counts) => FormTally.Of(form, counts.SelectMany((count, kind) => Enumerable.Repeat(Kinds[kind], count)));

    private static Response Said(string clear, string? why = null)
    {
        var said = Response.Empty.With("clear", [clear]);
        return why is null ? said : said.With("why", [why]);
    }
}
