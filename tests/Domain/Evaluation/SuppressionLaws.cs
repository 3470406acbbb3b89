using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Domain.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>Whoever the participants are and whatever they answered, nobody finds out a group of one to four.</summary>
public sealed class SuppressionLaws
{
    private const int Participants = 67;

    private static readonly ImmutableArray<int> Everyone = [.. Enumerable.Range(0, Participants)];

    /// <summary>Skewed, as in life: many of the first kind, few of the last.</summary>
    private static Gen<string> Value(string name, int kinds) =>
        from first in Gen.Choose(0, (kinds * kinds) - 1)
        select name + ((int)Math.Sqrt(first)).ToString(CultureInfo.InvariantCulture);

    private static readonly Gen<string[]> People =
        from track in Value("track", 4)
        from region in Value("region", 6)
        from other in Value("language", 5)
        from isUsual in Gen.Choose(1, 12)
        let usual = "language" + Usual[region[^1] - '0']
        select new[] { track, isUsual == 1 ? other : usual, region };

    /// <summary>Most people of a region speak its language, and some regions share one: groups that contain each other, all but a few.</summary>
    private const string Usual = "122344";

    private static Gen<T[]> Cohort<T>(Gen<T> person) => Gen.ArrayOf(person, Participants);

    private static readonly Gen<(string[] Person, string Stage, string Answer)[]> Cohorts =
        from inclination in Gen.Choose(1, 9)
        from cohort in Cohort(
            from person in People
            from stage in Gen.Frequency((10 - inclination, Gen.Constant("left")), (inclination, Gen.Constant("here")), (inclination, Gen.Constant("completed")))
            from answer in Gen.Frequency((10 - inclination, Gen.Constant("no")), (1, Gen.Constant("")), (2, Gen.Constant("1")), (inclination, Gen.Constant("2")), (5, Gen.Constant("3")))
            select (person, stage, answer))
        select cohort;

    [Fact]
    public void Groups_OfAnySorting_AreLargeEnoughOrEmpty() => Law.Holds(Cohorts, cohort =>
    {
        var answers = cohort.Select(person => person.Answer).ToArray();
        foreach (var sorting in new[] { Sorting.Ordered("q", ["no", "", "1", "2", "3"], answers), Sorting.Unordered("q", ["no", "", "1", "2", "3"], answers) })
        {
            Assert.Equal(Participants, sorting.Groups.Sum(group => group.Size));
            Assert.All(sorting.Groups, group => Assert.False(SmallGroups.IsTooSmall(group.Size)));
            Assert.Equal(["", "1", "2", "3", "no"], sorting.Groups.SelectMany(group => group.Values).Order(StringComparer.Ordinal));
            Assert.All(answers.Index(), answer => Assert.Contains(answer.Item, sorting.Groups[sorting.GroupOf(answer.Index)].Values));
        }
    });

    [Fact]
    public void Stages_OfTheCourse_TellNothingOfAFew_ByAnyAddingAndSubtracting() => Law.Holds(Cohorts, cohort =>
    {
        var attack = new Attack([.. cohort.Select(person => person.Person)], [.. cohort.Select(person => person.Stage)]);
        var stages = Sorting.Ordered("stage", ["left", "here", "completed"], cohort.Select(person => person.Stage));

        attack.Learn(Figure.Of(Attributes(cohort), stages), Everyone);

        Assert.All(attack.SmallSets(), small => Assert.False(attack.Known.Gives(small.Sum), small.Name));
    }, times: 40);

    [Fact]
    public void Answers_ToAForm_TellNothingOfAFew_ByAnyAddingAndSubtracting() => Law.Holds(Cohorts, cohort =>
    {
        var attack = new Attack([.. cohort.Select(person => person.Person)], [.. cohort.Select(person => person.Answer)]);

        var (participation, question) = Form(cohort);
        attack.Learn(participation.Answered, Everyone);
        attack.Learn(question, participation.N == Participants ? Everyone : [.. Everyone.Where(person => cohort[person].Answer != "no")]);

        Assert.All(attack.SmallSets(), small => Assert.False(attack.Known.Gives(small.Sum), small.Name));
    }, times: 40);

    [Fact]
    public void Answers_ToAForm_TellNothingOfAFew_ToOneWhoKnowsWhoAnswered() => Law.Holds(Cohorts, cohort =>
    {
        var (participation, question) = Form(cohort);
        var people = participation.N == Participants ? cohort : [.. cohort.Where(person => person.Answer != "no")];
        var attack = new Attack([.. people.Select(person => person.Person)], [.. people.Select(person => person.Answer)]);

        attack.Learn(question, [.. Enumerable.Range(0, people.Length)]);

        Assert.All(attack.SmallSets(), small => Assert.False(attack.Known.Gives(small.Sum), small.Name));
    }, times: 40);

    [Fact]
    public void HiddenCells_OfAnyTable_CouldEachHoldFive_AsFarAsAnyoneCanTell() => Law.Holds(
        from rows in Gen.Choose(2, 3)
        from columns in Gen.Choose(2, 3)
        from counts in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 7), columns), rows)
        select counts,
        counts =>
        {
            var table = CrossTableTests.Table(counts);
            if (table.Rows.TellsApart && table.Columns.TellsApart)
            {
                var largest = Tables.Largest(table);
                Assert.All(largest, cell => Assert.True(cell.Value >= SmallGroups.Least, $"{cell.Key} is {cell.Value} at most"));
            }
        },
        times: 200);

    /// <summary>The attacker also reckons with bounds: nobody is fewer than none.</summary>
    [Fact]
    public void Stages_OfTheCourse_TellNothingOfAFew_ByAnyBounds() => Law.Holds(Cohorts, cohort =>
    {
        var people = cohort.Select(person => person with { Person = [person.Person[0], person.Person[2]] }).ToArray();
        var attack = new Attack([.. people.Select(person => person.Person)], [.. people.Select(person => person.Stage)]);
        attack.Learn(Figure.Of(Attributes(people), Sorting.Ordered("stage", ["left", "here", "completed"], people.Select(person => person.Stage))), Everyone);
        var bounds = new Bounds(attack.Known);

        Assert.All(attack.SmallSets(), small =>
        {
            var (least, most) = (bounds.Smallest(small.Sum), bounds.Largest(small.Sum));
            Assert.InRange(small.Count, least - 0.001, most + 0.001);
            Assert.True(Math.Floor(most + 0.001) > Math.Ceiling(least - 0.001), $"{small.Name} is {small.Count}");
        });
    }, times: 10);

    private static Breakdowns Attributes((string[] Person, string Stage, string Answer)[] cohort) => Breakdowns.Of(
        Enumerable.Range(0, cohort[0].Person.Length).Select(at => Sorting.Unordered(
            $"attribute {at}", [.. cohort.Select(person => person.Person[at]).Distinct().Order(StringComparer.Ordinal)], cohort.Select(person => person.Person[at]))));

    private static (Participation Participation, Figure Question) Form((string[] Person, string Stage, string Answer)[] cohort)
    {
        var participation = Participation.Of(Attributes(cohort), [.. cohort.Select(person => person.Answer != "no")]);
        return (participation, participation.Question("clear", ["1", "2", "3"], isScale: true, person => cohort[person].Answer is "no" or "" ? null : cohort[person].Answer));
    }
}
