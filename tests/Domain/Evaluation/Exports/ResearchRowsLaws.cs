using System.Collections.Immutable;
using CohortCourses.Domain.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>Whatever is crossed in rows, or taken from totals, speaks of nobody or of five and more.</summary>
public sealed class ResearchRowsLaws
{
    private static readonly Gen<Person[]> Crowds = Gen.SelectMany(Gen.Choose(0, 120), count => Gen.ArrayOf(
        from track in Gen.Elements("nascent", "emerging", "expanding", "elevated", "")
        from language in Gen.Frequency((6, Gen.Constant("en")), (2, Gen.Constant("fr")), (1, Gen.Constant("ar")))
        from region in Gen.Elements("Africa", "America", "Asia", "Europe")
        from agrees in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from lot in Gen.Choose(0, 1_000_000)
        select new Person(track, language, region, agrees, $"{lot:D7}"),
        count));

    [Fact]
    public void Rows_AreOfThoseWhoAgreed_AndFiveAreMissingOrNobody() => Law.Holds(Crowds, people =>
    {
        var rows = Rows(people);

        Assert.All(people.Zip(rows), person => Assert.True(person.First.Agrees || !person.Second));
        var missing = rows.Count(inRow => !inRow);
        Assert.True(missing is 0 or >= 5 || missing == people.Length, $"{missing} are missing");
        Assert.Equal(Math.Min(people.Length, people.Count(person => !person.Agrees) is var no and > 0 and < 5 ? 5 : people.Count(person => !person.Agrees)), missing);
    });

    [Fact]
    public void Rows_AreTheSame_WhateverTheOrder() => Law.Holds(Crowds, people =>
    {
        var lots = people.DistinctBy(person => person.Lot).ToArray();
        var once = lots.Zip(Rows(lots)).Where(person => person.Second).Select(person => person.First.Lot).Order();
        Person[] turned = [.. lots.Reverse()];

        Assert.Equal(once, turned.Zip(Rows(turned)).Where(person => person.Second).Select(person => person.First.Lot).Order());
    });

    [Fact]
    public void Crossings_OfAllAttributesInRows_HoldFiveOrNobody_InRowsAndBesideThem() => Law.Holds(Crowds, people =>
    {
        var rows = Rows(people);
        var attributes = RowAttributes.Of(BreakdownsOf(people).Offered, rows);
        foreach (var some in Subsets(attributes))
        {
            var cells = Enumerable.Range(0, people.Length).GroupBy(person => (string.Join('|', some.Select(attribute => attribute.ValueOf[person])), rows[person]));
            Assert.All(cells, cell => Assert.True(some.Length == 0 || cell.Count() >= 5, $"{cell.Key}: {cell.Count()}"));
        }
    });

    [Fact]
    public void Rows_TellNobodyApart_WhomFiguresDoNot() => Law.Holds(Crowds, people =>
    {
        var breakdowns = BreakdownsOf(people);
        foreach (var attribute in RowAttributes.Of(breakdowns.Offered, Rows(people)))
        {
            var sorting = breakdowns.Offered.Single(one => one.Name == attribute.Name);
            Assert.All(Enumerable.Range(0, people.Length).GroupBy(sorting.GroupOf), group => Assert.Single(group.Select(person => attribute.ValueOf[person]).Distinct()));
        }
    });

    [Fact]
    public void Track_OfAPilotWhereEverybodyAgreed_StandsInRows()
    {
        Person[] people = [.. Enumerable.Range(0, 67).Select(at => new Person(at % 2 == 0 ? "nascent" : "emerging", at < 3 ? "ar" : "en", "Africa", true, $"{at:D7}"))];

        Assert.Equal(["track"], RowAttributes.Of(BreakdownsOf(people).Offered, Rows(people)).Select(attribute => attribute.Name));
    }

    private static ImmutableArray<bool> Rows(Person[] people) => ResearchRows.Of([.. people.Select(person => (person.Agrees, person.Lot))]);

    private static Breakdowns BreakdownsOf(Person[] people)
    {
        return Breakdowns.Of([Attribute("track", person => person.Track), Attribute("language", person => person.Language), Attribute("region", person => person.Region)]);

        Sorting Attribute(string name, Func<Person, string> of) => Sorting.Unordered(name, [.. people.Select(of).Distinct().Order()], people.Select(of));
    }

    private static IEnumerable<RowAttribute[]> Subsets(ImmutableArray<RowAttribute> attributes) =>
        Enumerable.Range(0, 1 << attributes.Length).Select(mask => attributes.Where((_, index) => (mask >> index & 1) == 1).ToArray());

    private sealed record Person(string Track, string Language, string Region, bool Agrees, string Lot);
}
